import type { INodeParameters } from 'n8n-workflow';
import {
	startTwilio,
	TWILIO_ACCOUNT_SID,
	TWILIO_AUTH_TOKEN,
	WORKSPACE_SID,
	type TwilioSimulator,
} from '../../../simulators';
import { Bench } from '../bench/bench';
import { Listener } from '../bench/listener';
import { byId, credential } from './workers';

/** n8n's engine, a Twilio, and triggers that listen to it. */
export interface TriggerStage {
	bench: Bench;
	twilio: TwilioSimulator;
	/**
	 * A trigger whose web server is open; it listens to nothing yet.
	 *
	 * @param parameters besides the workspace
	 */
	listener: (parameters?: INodeParameters, signIn?: Record<string, string>) => Promise<Listener>;
	/** Changes something at TaskRouter, as any other client of the account does. */
	change: (path: string, form: Record<string, string>) => Promise<void>;
}

/** For the tests of one file: n8n's engine opened once, and a fresh Twilio for each test. */
export function useTrigger(): TriggerStage {
	const open: Listener[] = [];
	const stage = {
		async listener(parameters = {}, signIn = {}) {
			const listener = new Listener(stage.bench, {
				node: 'twilioTaskRouterTrigger',
				parameters: { workspace: byId(WORKSPACE_SID), events: ['worker.activity.update'], ...parameters },
				credentials: { twilioContactCenterApi: { ...credential(stage.twilio.url), ...signIn } },
			});
			await listener.open();
			open.push(listener);
			return listener;
		},
		async change(path, form) {
			const keys = Buffer.from(`${TWILIO_ACCOUNT_SID}:${TWILIO_AUTH_TOKEN}`).toString('base64');
			const answer = await fetch(`${stage.twilio.url}/taskrouter/v1/Workspaces/${WORKSPACE_SID}${path}`, {
				method: 'POST',
				headers: { authorization: `Basic ${keys}` },
				body: new URLSearchParams(form),
			});
			if (!answer.ok) throw new Error(await answer.text());
		},
	} as TriggerStage;
	beforeAll(async () => {
		stage.bench = await Bench.open();
	});
	beforeEach(async () => {
		stage.twilio = await startTwilio();
	});
	afterEach(async () => {
		await stage.twilio.close();
		await Promise.all(open.splice(0).map(async (one) => await one.close()));
	});
	afterAll(async () => await stage.bench.close());
	return stage;
}
