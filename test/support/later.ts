/** Sets the clock of this process forward, until `jest.restoreAllMocks()`. It goes on from there. */
export function later(minutes: number): void {
	jest.restoreAllMocks();
	const now = Date.now.bind(Date);
	jest.spyOn(Date, 'now').mockImplementation(() => now() + minutes * 60_000);
}
