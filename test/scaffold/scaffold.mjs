// `npm run scaffold -- Acme`: a new vendor from the template beside this file: node, credential, icons, simulator, page.
// Node built-ins only. Nothing is written unless everything can be.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const template = join(here, 'template');

class Refused extends Error {}

/** What stands in the template for the name of the vendor, in each of its spellings. */
function spellings(name) {
	return [
		['Acme', name],
		['acme', name.charAt(0).toLowerCase() + name.slice(1)],
		['ACME', name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase()],
	];
}

const spelled = (text, name) =>
	spellings(name).reduce((changed, [placeholder, word]) => changed.replaceAll(placeholder, word), text);

/** Where a file of the template goes, with forward slashes. A page is named as its node's folder, in lower case. */
function targetOf(file, name) {
	const target = spelled(file.replace(/\.txt$/, ''), name);
	return target.startsWith('docs/') ? target.toLowerCase() : target;
}

/** What the vendor would be made of: the first folder or file of its own on each path. */
const ownParts = (targets) => [
	...new Set(
		targets.map((target) => (/^(nodes|simulators)\//.test(target) ? target.split('/', 2).join('/') : target)),
	),
];

/** An entry of the same name on disk, whatever its case: not every file system tells the two apart. */
function existing(part) {
	const folder = join(root, dirname(part));
	const found = existsSync(folder)
		? readdirSync(folder).find((entry) => entry.toLowerCase() === basename(part).toLowerCase())
		: undefined;
	return found && `${dirname(part)}/${found}`;
}

function scaffold(name = '') {
	if (!/^[A-Z][A-Za-z0-9]*$/.test(name) || !/[a-z]/.test(name)) {
		throw new Refused(`"${name}" is not a PascalCase name. Give the vendor's name such as Acme or AcmeCalls.`);
	}
	const files = readdirSync(template, { recursive: true, encoding: 'utf8' })
		.filter((file) => statSync(join(template, file)).isFile())
		.map((file) => ({ file, target: targetOf(file.split(sep).join('/'), name) }));
	const taken = ownParts(files.map(({ target }) => target)).flatMap((part) => existing(part) ?? []);
	if (taken.length > 0) throw new Refused(`${name} exists already: ${taken.join(', ')}. Nothing was written.`);
	for (const { file, target } of files) {
		mkdirSync(join(root, dirname(target)), { recursive: true });
		writeFileSync(join(root, target), spelled(readFileSync(join(template, file), 'utf8'), name));
	}
	return files.map(({ target }) => target).sort();
}

try {
	const written = scaffold(process.argv[2]);
	console.log(written.join('\n'));
	console.log('\nNext: `npm run build`, `npm run docs`, `npm test`, then the vendor as it really is.');
} catch (reason) {
	if (!(reason instanceof Refused)) throw reason;
	console.error(reason.message);
	process.exitCode = 1;
}
