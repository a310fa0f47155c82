import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const SIMULATORS = path.join(__dirname, '../../simulators');

/** The vendors' pages whole, beside the project; not there on every machine. */
const SEEDS = path.resolve(__dirname, '../../../shared/seeds');

/** An excerpt of a vendor's page, byte for byte, as it is kept in the `documents` of the vendor's simulator. */
export const excerpt = (vendor: string, name: string): string =>
	readFileSync(path.join(SIMULATORS, vendor, 'documents', `${name}.txt`), 'utf8').replace(/\n$/, '');

/** All excerpts on disk. */
export const excerpts = (): Array<[vendor: string, name: string]> =>
	readdirSync(SIMULATORS)
		.filter((vendor) => existsSync(path.join(SIMULATORS, vendor, 'documents')))
		.flatMap((vendor) =>
			readdirSync(path.join(SIMULATORS, vendor, 'documents')).map((file): [string, string] => [
				vendor,
				path.basename(file, '.txt'),
			]),
		);

/** Every vendor page, or nothing when they are not at hand. */
export function wholePages(): string[] {
	return existsSync(SEEDS) ? readdirSync(SEEDS).map((file) => readFileSync(path.join(SEEDS, file), 'utf8')) : [];
}

export interface PageRequest {
	method: string;
	/** As the page writes it, placeholders and all. */
	address: string;
	headers: Record<string, string>;
	body: string;
}

/** Reads the `curl` command of a page. */
export function readCurl(text: string): PageRequest {
	const [, method = ''] = /(?:--request|-X)\s+([A-Z]+)/.exec(text) ?? [];
	const [, address = ''] = /'?((?:https:\/\/|\$[A-Z]+_URL)[^'\s]+)/.exec(text) ?? [];
	const headers = [...text.matchAll(/(?:--header|-H)\s+["']([\w-]+): ([^"'\n]*)["']\s*(\$\w+)?/g)].map(
		([, name = '', value = '', variable = '']): [string, string] => [name.toLowerCase(), value + variable],
	);
	const [, body = ''] = /(?:--data|-d)\s+'([^']*)'/.exec(text) ?? [];
	return { method, address, headers: Object.fromEntries(headers), body };
}

/** Reads the raw HTTP request of a page. */
export function readHttp(text: string): PageRequest {
	const [head = '', body = ''] = text.split(/\n\s*\n/);
	const [first = '', ...lines] = head.split('\n');
	const [method = '', address = ''] = first.split(' ');
	return {
		method,
		address,
		headers: Object.fromEntries(lines.map((line) => line.split(': ') as [string, string])),
		body,
	};
}
