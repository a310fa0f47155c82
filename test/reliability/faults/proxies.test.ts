import { Bench } from '../../support/bench/bench';
import { useVirtualTime } from '../../support/pack/fastTime';
import { startRecorder } from '../../support/pack/recorder';
import { startSpoiler } from '../../support/pack/spoiler';
import { parametersOf, subjectOf } from '../../support/pack/vendors';
import { UNKNOWN_HOST, type Fault } from './faults';
import { attemptsIn, isRead, outcomeOf, toldIn, type Cell } from './matrix';
import { startHttpProxy, trustProxiedService, type HttpProxy, type Refuse } from './proxy';
import { subjects, type Kind, type Subject } from './subjects';
import { checkTold, holdTo, isWhole, shown } from './useMatrix';

const EXAMPLE = 'twilioTaskRouter worker.update';
const KINDS_TRIED: Kind[] = ['read', 'update', 'merge', 'create, delete', 'set state', 'restore previous'];

/** Of each node the first operation of each kind; in the short form one of each node. */
const all = subjects().filter(({ kind }) => KINDS_TRIED.includes(kind));
const nodeOf = ({ name }: Subject): string => name.split(' ')[0] ?? '';
const isFirst = (one: Subject): boolean =>
	all.find((other) => nodeOf(other) === nodeOf(one) && other.kind === one.kind) === one;
const SHORT = [EXAMPLE, 'voipNow queueAgent.update', 'agentState restorePrevious (conpeek)'];
const tried = all.filter((one) => (isWhole ? isFirst(one) || one.name === EXAMPLE : SHORT.includes(one.name)));

const page = (status: string): Refuse => {
	const html = '<html><body><h1>The proxy does not like this</h1></body></html>';
	return (socket) =>
		void socket.end(
			`HTTP/1.1 ${status}\r\nContent-Type: text/html\r\nContent-Length: ${html.length}\r\nConnection: close\r\n\r\n${html}`,
		);
};

interface ProxyFault extends Fault {
	/** `undefined`: the proxy is not there. */
	refuse: Refuse | undefined;
	inShort?: true;
}

const fault = (name: string, refuse: Refuse | undefined, inShort?: true): ProxyFault => ({
	...{ name, refuse, spoiling: undefined },
	...(inShort && { inShort }),
});

const faults = [
	fault('403 with a page', page('403 Forbidden'), true),
	fault('407 with a page', page('407 Proxy Authentication Required')),
	fault('502 with a page', page('502 Bad Gateway')),
	fault('503 with a page', page('503 Service Unavailable')),
	fault('connection ended', (socket) => void socket.end(), true),
	fault('connection reset', (socket) => void socket.resetAndDestroy()),
	fault(
		'connection ended after it was let through',
		(socket) => void socket.write('HTTP/1.1 200 OK\r\n\r\n', () => socket.destroy()),
	),
	fault('nobody there', undefined),
].filter(({ inShort }) => isWhole || inShort);

const VARIABLES = [
	'HTTP_PROXY',
	'HTTPS_PROXY',
	'ALL_PROXY',
	'NO_PROXY',
	'http_proxy',
	'https_proxy',
	'all_proxy',
	'no_proxy',
];

useVirtualTime();
let bench: Bench;
let environment: NodeJS.ProcessEnv;
const cells: Cell[] = [];

beforeAll(async () => {
	bench = await Bench.open();
	environment = { ...process.env };
});
afterAll(async () => await bench.close());
beforeEach(() => {
	for (const name of VARIABLES) Reflect.deleteProperty(process.env, name);
	jest.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
	for (const name of VARIABLES) {
		if (environment[name] === undefined) Reflect.deleteProperty(process.env, name);
		else process.env[name] = environment[name];
	}
});

/** Runs an operation at a service that is reached by https and through a proxy. */
async function runProxied(subject: Subject, given: ProxyFault, isLasting: boolean): Promise<Cell> {
	const opened = await subject.open(bench);
	const service = await startSpoiler(opened.service);
	const proxy = await startHttpProxy(service.url, given.refuse ?? (() => undefined), isLasting ? Infinity : 1);
	try {
		if (!given.refuse) await proxy.close();
		process.env.HTTPS_PROXY = proxy.url;
		const outcome = await bench.run({ ...opened.job(`https://${UNKNOWN_HOST}`), onError: 'continueErrorOutput' });
		return {
			...{ subject, fault: given, isLasting },
			outcome: outcomeOf(outcome),
			requests: given.refuse ? proxy.seen.length : attemptsIn(outcome),
			tokens: 0,
			isDone: opened.isDone?.(),
			told: toldIn(outcome),
		};
	} finally {
		Reflect.deleteProperty(process.env, 'HTTPS_PROXY');
		if (given.refuse) await proxy.close();
		await service.close();
		await opened.close();
	}
}

it.each(faults)('$name', async (given) => {
	trustProxiedService();
	const found: Cell[] = [];
	for (const subject of tried) {
		for (const isLasting of given.refuse ? [false, true] : [true]) {
			found.push(await runProxied(subject, given, isLasting));
		}
	}
	cells.push(...found);

	checkTold(found);
	const { name } = given;
	const passing = found.filter(({ isLasting }) => !isLasting);
	const lasting = found.filter(({ isLasting }) => isLasting);
	expect(lasting.filter(({ outcome }) => outcome === 'done').map(shown)).toEqual([]);
	if (name.startsWith('4') || name === 'connection ended' || name === 'nobody there') {
		// The service heard of nothing, and the proxy said so.
		expect(found.filter(({ outcome }) => outcome === 'unconfirmed').map(shown)).toEqual([]);
	}
	if (name.startsWith('4')) {
		expect(found.filter(({ outcome, requests }) => outcome !== 'failed' || requests !== 1).map(shown)).toEqual([]);
	} else if (name === 'connection ended') {
		expect(passing.filter(({ outcome }) => outcome !== 'done').map(shown)).toEqual([]);
	} else {
		// What must not be sent twice is not, for nobody knows that nothing was done.
		const once = found.filter(({ subject }) => subject.kind === 'create, delete');
		expect(once.filter(({ requests }) => requests > 1).map(shown)).toEqual([]);
		const others = passing.filter(({ subject }) => subject.kind !== 'create, delete');
		expect(others.filter(({ outcome }) => outcome !== 'done').map(shown)).toEqual([]);
	}
	const writes = lasting.filter(({ subject }) => !isRead(subject));
	expect(writes.filter(({ told }) => told === '').map(shown)).toEqual([]);
});

it('is in the documentation as it is', () => holdTo('proxies', EXAMPLE, cells, faults));

describe('the proxy of the environment', () => {
	let proxy: HttpProxy;
	beforeEach(async () => {
		proxy = await startHttpProxy('http://127.0.0.1:9', page('403 Forbidden'), Infinity);
	});
	afterEach(async () => await proxy.close());

	const HTTPS = `https://${UNKNOWN_HOST}`;

	it.each<[string, Record<string, string>, string, number]>([
		['HTTPS_PROXY for https', { HTTPS_PROXY: 'url' }, HTTPS, 1],
		['https_proxy for https', { https_proxy: 'url' }, HTTPS, 1],
		['ALL_PROXY for https', { ALL_PROXY: 'url' }, HTTPS, 1],
		['HTTP_PROXY not for https', { HTTP_PROXY: 'url' }, HTTPS, 0],
		['NO_PROXY with the host', { HTTPS_PROXY: 'url', NO_PROXY: UNKNOWN_HOST }, HTTPS, 0],
		['NO_PROXY with the end of the host', { HTTPS_PROXY: 'url', NO_PROXY: '.invalid' }, HTTPS, 0],
		['HTTP_PROXY for this machine too', { HTTP_PROXY: 'url' }, 'http', 1],
		['ALL_PROXY for this machine too', { ALL_PROXY: 'url' }, 'http', 1],
		['NO_PROXY with this machine', { HTTP_PROXY: 'url', NO_PROXY: '127.0.0.1' }, 'http', 0],
	])('is asked or not: %s', async (_what, variables, address, asked) => {
		const service = await startRecorder(subjectOf('twilioTaskRouter').reply);
		for (const [name, value] of Object.entries(variables)) process.env[name] = value === 'url' ? proxy.url : value;
		await bench.run({
			node: 'twilioTaskRouter',
			parameters: parametersOf('twilioTaskRouter', 'worker.update'),
			credentials: subjectOf('twilioTaskRouter').credentials(address === 'http' ? service.url : address),
			onError: 'continueErrorOutput',
		});
		await service.close();

		expect(proxy.seen).toHaveLength(asked);
		expect(service.seen).toHaveLength(address === 'http' && asked === 0 ? 1 : 0);
	});

	it('is told neither keys nor paths of what goes by https', async () => {
		process.env.HTTPS_PROXY = proxy.url;
		await bench.run({
			node: 'twilioTaskRouter',
			parameters: parametersOf('twilioTaskRouter', 'worker.update'),
			credentials: subjectOf('twilioTaskRouter').credentials(HTTPS),
			onError: 'continueErrorOutput',
		});

		expect(proxy.seen).toEqual([`CONNECT ${UNKNOWN_HOST}:443`]);
	});
});
