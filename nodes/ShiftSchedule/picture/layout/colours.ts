/**
 * People who confuse red and green can tell green, orange and blue apart. No state is shown by its colour alone: busy is
 * hatched, and a break has its colour only at the lower edge.
 */
export const colours = {
	paper: 0xffffff,
	ink: 0x1f2933,
	muted: 0x5a6570,
	dayLine: 0xcbd2d9,
	tickLine: 0xeceff2,
	rowLine: 0xe4e8ec,
	weekend: 0xf4f5f8,
	available: 0x6cc9a1,
	busy: 0xf5b04c,
	busyHatch: 0xd98a1c,
	break: 0x4a90d9,
	breakTint: 0xd9e9f8,
	offline: 0xb4bdc6,
	holiday: 0xeef0f2,
	holidayHatch: 0xcdd4db,
	leave: 0xeadcf2,
	leaveHatch: 0xc9a9dd,
	leaveLine: 0x8e5fae,
	temporary: 0x8e5fae,
	temporaryTint: 0xf6f0fa,
	exception: 0x27323d,
	manual: 0xdde2e7,
	abbreviation: 0xe4e8ec,
	dst: 0xb0246b,
	clocks: 0xb0246b,
	now: 0xd92d20,
} as const;
