import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readManifest } from '../../release/contents';
import { atHome, homeOf, isPlaceholder, MENTIONING } from '../../release/home';
import { read, root } from '../architecture/imports';

const manifest = readManifest(root);
const home = homeOf(manifest);
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
	cwd: root,
	encoding: 'utf8',
})
	.split('\n')
	.filter(
		(file) => MENTIONING.test(file) && file !== 'test/release/home.test.ts' && existsSync(path.join(root, file)),
	);

it('every address of the project is the one in package.json (otherwise: npm run home)', () => {
	expect(files.filter((file) => atHome(read(file), home, manifest.name) !== read(file))).toEqual([]);
	expect(files.filter((file) => read(file).includes(home.web)).length).toBeGreaterThan(5);
});

it('package.json says the same everywhere', () => {
	expect(manifest).toMatchObject({ homepage: `${home.web}#readme`, bugs: { url: `${home.web}/issues` } });
	expect(read('LICENSE.md')).toContain(` ${manifest.author.name}\n`);
});

it('the pictures of README.md have addresses of their own, since other sites show the page too, and exist', () => {
	const pictures = [...read('README.md').matchAll(/(?:!\[[^\]]*\]\(|src=")([^)"]+)/g)].map(
		([, address = '']) => address,
	);
	expect(pictures.length).toBeGreaterThan(5);
	const missing = pictures.filter(
		(address) =>
			!address.startsWith(`${home.raw}/`) || !existsSync(path.join(root, address.slice(home.raw.length))),
	);
	expect(missing).toEqual([]);
});

describe('a new home', () => {
	const name = 'n8n-nodes-x';
	const { web, raw } = homeOf({
		repository: { type: 'git', url: `git+https://github.com/acme/${name}.git` },
		author: manifest.author,
	});

	it.each([
		[`https://github.com/old/${name}#readme`, `https://github.com/acme/${name}#readme`],
		[`https://github.com/old/${name}/blob/main/docs/a.md`, `https://github.com/acme/${name}/blob/main/docs/a.md`],
		[`git+https://github.com/old/${name}.git`, `git+https://github.com/acme/${name}.git`],
		[
			`https://raw.githubusercontent.com/old/${name}/main/a.png`,
			`https://raw.githubusercontent.com/acme/${name}/main/a.png`,
		],
		[`https://github.com/old/${name}-twilio`, `https://github.com/old/${name}-twilio`],
		['https://github.com/v8/v8', 'https://github.com/v8/v8'],
	])('is where %s leads then', (before, after) => {
		expect(atHome(before, { web, raw, email: '' }, name)).toBe(after);
	});

	it('must be a repository on GitHub, where n8n looks for the sources', () => {
		const repository = { type: 'git', url: 'git+https://gitlab.com/a/b.git' } as const;
		expect(() => homeOf({ repository, author: manifest.author })).toThrow(
			'is no git+https://github.com/OWNER/NAME.git',
		);
	});

	it('has an author whom one can reach', () => {
		expect(isPlaceholder({ web, raw, email: 'a@b.invalid' })).toBe(true);
		expect(isPlaceholder({ web, raw, email: 'a@b.example' })).toBe(false);
	});
});
