import fc from 'fast-check';
import { makeWorker, PEOPLE, VOIPNOW_QUEUE } from '../../../simulators';
import { fold, tidyText } from '../../../nodes/shared/values/text';
import { rowsOf, taskRouter, textAt, useStage, wish, writesIn } from '../../support/pack/stage';
import { figures, holdFigures } from './figures';
import { isWhole } from './traps';

const stage = useStage();
const { anna, carla, dawid } = PEOPLE;

/** Letters and the ones that look like them: Cyrillic, Greek, full-width, mathematical. */
const ALIKE: Record<string, string> = {
	...{
		a: 'аɑａ𝐚',
		A: 'АΑＡ',
		b: 'Ьｂ',
		B: 'ВΒＢ',
		c: 'сｃ',
		C: 'СＣϹ',
		d: 'ԁｄ',
		D: 'Ｄ',
		e: 'еｅ',
		i: 'іıｉ',
		k: 'кｋ',
	},
	...{
		K: 'КΚＫ\u212a',
		l: 'ӏＩｌ',
		n: 'ոｎ',
		o: 'оοｏ',
		s: 'ѕｓſ',
		t: 'ｔ',
		w: 'ԝｗ',
		' ': '\u00a0\u2003\u3000',
		'.': '．․',
	},
	...{ '0': 'ОＯ０𝟎', '1': 'l１', '2': '２', '*': '＊∗', '@': '＠﹫', '3': 'З３' },
};

/** Signs that nobody sees, and one that is none of them. */
const UNSEEN = ['\u200b', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u202e', '\u200f', '\u034f', '\u0000'];

const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** One change of a name that people hardly see. */
const change = fc.oneof(
	fc.tuple(at, fc.nat()).map(([place, which]) => (name: string) => {
		const letters = [...name];
		const index = Math.floor(place * letters.length);
		const others = [...(ALIKE[letters[index] ?? ''] ?? '')];
		letters[index] = others[which % others.length] ?? letters[index] ?? '';
		return letters.join('');
	}),
	fc.tuple(at, fc.constantFrom(...UNSEEN)).map(([place, sign]) => (name: string) => {
		const index = Math.floor(place * name.length);
		return name.slice(0, index) + sign + name.slice(index);
	}),
	fc.constantFrom<(name: string) => string>(
		(name) => name.normalize('NFD'),
		(name) => name.normalize('NFC'),
		(name) => name.toUpperCase(),
		(name) => name.replace(' ', '  '),
	),
);

const lookalikeOf = (name: string) =>
	fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => changes.reduce((text, one) => one(text), name));

/** By service: how an agent is named, and the fields that say where agents are. */
const subjects = [
	...[anna.name, carla.name, dawid.name].map((name) => ({ name, parameters: taskRouter() })),
	{ name: carla.identity, parameters: { vendor: 'twilioFrontline' } },
	{ name: anna.identity, parameters: { vendor: 'twilioConversations' } },
	{ name: '0003*210', parameters: { vendor: 'voipNow', user: '@me', queues: VOIPNOW_QUEUE } },
	{ name: anna.login, parameters: { vendor: 'conpeek' } },
];

/** Every state that the services keep. */
const statesNow = () =>
	JSON.stringify([
		Object.values(stage.twilio.state.workers).map(({ sid, activity_sid: activity }) => [sid, activity]),
		Object.values(stage.twilio.state.frontlineUsers).map(({ sid, is_available: is }) => [sid, is]),
		Object.values(stage.twilio.state.conversationUsers).map(({ sid, attributes }) => [sid, attributes]),
		stage.voipNow.state.queues,
		Object.values(stage.conpeek.state.users).map(({ id, work_state: state }) => [id, state]),
	]);

it.each(subjects)(
	'a name that looks like $name means that agent where it reads the same, and nobody otherwise: $parameters.vendor',
	async ({ name, parameters }) => {
		await fc.assert(
			fc.asyncProperty(lookalikeOf(name), fc.boolean(), async (text, isAmongOthers) => {
				const others = isAmongOthers ? ['nobody 1', 'nobody 2', 'nobody 3'] : [];
				const before = statesNow();
				figures.texts += 1;
				const { out, error } = await stage.run(
					{ ...parameters, options: {} },
					[text, ...others].map((agent) => wish(agent, 'available')),
					{ onError: 'continueRegularOutput' },
				);
				const [row] = rowsOf(out);
				expect(error).toBeUndefined();
				if (isSame(parameters.vendor, text, name)) {
					expect([text, row?.outcome]).toEqual([text, expect.stringMatching(/^(un)?changed$/)]);
				} else {
					expect([text, row?.outcome, statesNow()]).toEqual([text, 'failed', before]);
					const reason = textAt(out, 0) || JSON.stringify(row?.error);
					expect(reason).not.toBe('');
					// Where the list was read, the one who may be meant is named.
					const isListed = parameters.vendor === 'twilioTaskRouter' || reason.includes('matches no');
					if (isListed) expect(reason).toContain(suggested(name));
				}
			}),
			{ numRuns: isWhole ? 40 : 3, endOnFailure: true },
		);
	},
);

/** Names read the same in any case. IDs, identities and logins are the service's own: there the case counts. */
const isSame = (vendor: unknown, text: string, name: string): boolean =>
	vendor === 'twilioTaskRouter' ? fold(text) === fold(name) : tidyText(text) === name;

/** What the list calls the agent. */
const suggested = (name: string): string =>
	Object.values(PEOPLE).find(({ identity }) => identity === name)?.name ?? name;

it('of two agents who look the same, each is set by the own name alone', async () => {
	const real = anna.name;
	for (const other of ['Аnna Kowalska', 'Anna Kowаlska', 'Ａnna Kowalska', 'Anna Kowalskа']) {
		expect(fold(other)).not.toBe(fold(real));
		const sid = `WKf${'0'.repeat(31)}`;
		stage.twilio.state.workers[sid] = makeWorker({ sid, friendly_name: other });
		for (const [name, id] of [
			[real, anna.worker],
			[other, sid],
		] as const) {
			for (const more of [[], ['nobody 1', 'nobody 2', 'nobody 3']]) {
				const items = [name, ...more].map((agent) => wish(agent, more.length > 0 ? 'break' : 'offline'));
				stage.twilio.seen.splice(0);
				const { out } = await stage.run(taskRouter(), items, { onError: 'continueRegularOutput' });
				expect(rowsOf(out)[0]).toMatchObject({ agentId: id });
				expect(writesIn(stage.twilio.seen).every(({ path }) => path.includes(id))).toBe(true);
			}
		}
	}
});

it('of two agents whose names read the same, neither is set by the name where the list is read', async () => {
	const sid = `WKf${'0'.repeat(31)}`;
	const spellings = [carla.name.normalize('NFD'), `${carla.name}\u200b`, carla.name.toUpperCase()];
	for (const other of [...spellings, carla.name.replace(' ', '\u00a0')]) {
		stage.twilio.state.workers[sid] = makeWorker({ sid, friendly_name: other });
		const before = statesNow();
		for (const text of [carla.name, other]) {
			const items = [text, 'nobody 1', 'nobody 2'].map((agent) => wish(agent, 'break'));
			const { out } = await stage.run(taskRouter(), items, { onError: 'continueRegularOutput' });
			expect([textAt(out, 0), statesNow()]).toEqual([expect.stringContaining('means several agents'), before]);
		}
	}
});

holdFigures('look-alikes', () => `${figures.texts} look-alikes of ${subjects.length} names.`);
