import { tailOf } from './processes.mjs';

/**
 * Prints why something stopped, and the end of the log that belongs to it.
 * @param {string} what
 * @param {Error & { log?: string }} reason with the log to look into, if any
 */
export function explain(what, reason) {
	const tail = reason.log ? tailOf(reason.log) : '';
	if (tail) console.error(`\nEnd of ${reason.log}:\n${tail}`);
	// A plain Error has a message for the reader; any other kind is a bug, where the stack helps.
	console.error(`\n${what} stopped: ${reason.name === 'Error' ? reason.message : stackOf(reason)}`);
}

/** tsx puts the whole text of a compiled module in place of its path. */
function stackOf({ stack }) {
	return stack.replace(/data:text\/javascript,\S+filePath=([^:?]+)\S*/g, (_, path) => decodeURIComponent(path));
}
