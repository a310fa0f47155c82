/** The vendor's records for benchmarks, of the size and shape that TaskRouter's documents show. */

const ACCOUNT = `AC${'b'.repeat(32)}`;
export const WORKSPACE = `WS${'b'.repeat(32)}`;

/** The first is WORKSPACE, which stands alone where there is one. */
export const workspaceSid = (index: number) => (index === 0 ? WORKSPACE : `WS${index.toString(16).padStart(32, '0')}`);

export const activitySid = (index: number) => `WA${index.toString(16).padStart(32, '0')}`;

const ACTIVITIES = ['Available', 'Break', 'Offline', 'Busy'].map((name, index) => ({
	sid: activitySid(index),
	friendly_name: name,
	state: name.toLowerCase(),
	available: name === 'Available',
}));
const AT_FIRST = 0;

export const workerSid = (index: number) => `WK${index.toString(16).padStart(32, '0')}`;
/** Every agent is to leave Available for one of the others. */
const wantedActivity = (index: number) => 1 + (index % (ACTIVITIES.length - 1));

/** The workers of all workspaces and the activity of each. */
export class Workforce {
	private readonly activities: number[];
	private readonly updated = new Set<number>();

	/** @param differing how large a part of the agents is not yet as the rows want them */
	constructor(
		private readonly root: string,
		size: number,
		differing: number,
		private readonly workspaces = 1,
	) {
		const every = Math.round(1 / differing);
		this.activities = Array.from({ length: size }, (_, index) =>
			index % every === 0 ? AT_FIRST : wantedActivity(index),
		);
	}

	get updatedWorkers(): number {
		return this.updated.size;
	}

	/** The input of a workflow: a row per agent, with the columns that either way of updating needs. */
	get rows() {
		return this.activities.map((_, index) => {
			const { sid, state } = ACTIVITIES[wantedActivity(index)] ?? {};
			const scope = this.workspaces > 1 ? { scope: this.workspaceOf(index) } : {};
			return { agentId: workerSid(index), activitySid: sid, desiredState: state, ...scope };
		});
	}

	/** One item for each workspace. */
	get scopes() {
		return Array.from({ length: this.workspaces }, (_, index) => ({ workspace: workspaceSid(index) }));
	}

	private readonly workspaceOf = (index: number) => workspaceSid(index % this.workspaces);

	listActivities(workspace: string) {
		const url = `${this.root}/v1/Workspaces/${workspace}/Activities`;
		const activities = ACTIVITIES.map(({ sid, friendly_name, available }) => ({
			account_sid: ACCOUNT,
			workspace_sid: workspace,
			sid,
			friendly_name,
			available,
			date_created: '2025-03-03T07:30:00Z',
			date_updated: '2025-03-03T07:30:00Z',
			url: `${url}/${sid}`,
		}));
		return { activities, meta: { key: 'activities', page: 0, page_size: 50, url, next_page_url: null } };
	}

	listWorkers(query: URLSearchParams, workspace: string) {
		const url = `${this.root}/v1/Workspaces/${workspace}/Workers`;
		const size = Math.min(1000, Number(query.get('PageSize') ?? 50));
		const page = Number(query.get('Page') ?? 0);
		const name = query.get('FriendlyName');
		const all = [...this.activities.keys()].filter(
			(index) => this.workspaceOf(index) === workspace && (name === null || nameOf(index) === name),
		);
		const workers = all.slice(page * size, (page + 1) * size).map((index) => this.worker(index));
		const next = (page + 1) * size < all.length ? `${url}?PageSize=${size}&Page=${page + 1}` : null;
		return { workers, meta: { key: 'workers', page, page_size: size, url, next_page_url: next } };
	}

	/** @returns undefined for a SID that is nobody's */
	read(sid: string) {
		const index = this.indexOf(sid);
		return index === undefined ? undefined : this.worker(index);
	}

	/** @returns undefined for a SID that is nobody's */
	update(sid: string, body: URLSearchParams) {
		const index = this.indexOf(sid);
		const activity = ACTIVITIES.findIndex((each) => each.sid === body.get('ActivitySid'));
		if (index === undefined || activity < 0) return undefined;
		this.activities[index] = activity;
		this.updated.add(index);
		return this.worker(index);
	}

	private indexOf(sid: string): number | undefined {
		const index = Number.parseInt(sid.slice(2), 16);
		return index < this.activities.length ? index : undefined;
	}

	private worker(index: number) {
		const sid = workerSid(index);
		const activity = ACTIVITIES[this.activities[index] ?? AT_FIRST];
		const workspace = `${this.root}/v1/Workspaces/${this.workspaceOf(index)}`;
		const url = `${workspace}/Workers/${sid}`;
		const attributes = {
			contact_uri: `client:agent_${index}`,
			email: `${nameOf(index)}@example.com`,
			skills: ['english', 'billing'],
			team: 'support',
		};
		return {
			account_sid: ACCOUNT,
			activity_name: activity?.friendly_name,
			activity_sid: activity?.sid,
			attributes: JSON.stringify(attributes),
			available: activity?.available,
			date_created: '2025-03-03T07:30:00Z',
			date_status_changed: '2025-03-03T07:30:00Z',
			date_updated: '2025-03-03T07:30:00Z',
			friendly_name: nameOf(index),
			sid,
			workspace_sid: this.workspaceOf(index),
			url,
			links: {
				channels: `${url}/Channels`,
				activity: `${workspace}/Activities/${activity?.sid ?? ''}`,
				workspace,
				worker_statistics: `${url}/Statistics`,
				reservations: `${url}/Reservations`,
			},
		};
	}
}

const nameOf = (index: number) => `agent.${index}`;
