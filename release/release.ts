// `npm run release`: checks everything, then writes the version and the changelog, commits and tags. Publishing is done by
// the GitHub Action that the tag starts. `npm run release -- --dry` checks the same, changes nothing and prints what would be.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { unreleasedIn, withRelease } from './changelog';
import { nextVersion } from './commits';
import { readManifest } from './contents';
import { repositoryIn } from './git';
import { homeOf, isPlaceholder } from './home';
import { npm, packed } from './npm';
import { folderOf, packagesOf, stage, writeKept } from './stage';

const root = path.resolve(__dirname, '..');
const { values } = parseArgs({ options: { dry: { type: 'boolean', default: false } } });
const { git, changes, lastTag, commitsSince } = repositoryIn(root);
const say = (line: string) => console.log(line);

class Refused extends Error {}

function release(): void {
	const changed = changes();
	if (changed.length > 0) throw new Refused(`The tree is not clean:\n${changed.join('\n')}`);
	const top = readManifest(root);
	const tag = lastTag();
	const commits = commitsSince(tag);
	// The first release has the version that package.json was begun with.
	const version = tag === undefined ? top.version : nextVersion(top.version, commits);
	if (tag !== undefined && tag !== `v${top.version}`) {
		throw new Refused(`package.json has the version ${top.version}, but the last release is ${tag}.`);
	}
	const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
	const released = withRelease(changelog, version, new Date().toISOString().slice(0, 10), commits);
	say(
		`Version ${version}, ${tag === undefined ? 'the first release' : `after ${tag} and ${commits.length} commits`}.`,
	);
	say(
		`CHANGELOG.md: ${unreleasedIn(changelog) === '' ? 'made from the commits' : 'what is written under Unreleased'}.`,
	);

	const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
	node('node_modules/gulp/bin/gulp.js', 'build', '--silent');
	// Stages the packages of one service too.
	node('test/verification/scan.mjs');

	const packages = packagesOf(root);
	say('\nTo be published:');
	for (const folder of [root, ...packages.map((contents) => stage(root, contents))]) {
		const { name } = readManifest(folder);
		const { entryCount, size, unpackedSize } = packed(folder);
		say(`  ${name}@${version}: ${entryCount} files, ${size} bytes, ${unpackedSize} bytes unpacked`);
	}
	say(`To be tagged: v${version}, after ${git('rev-parse', '--short', 'HEAD')}`);
	if (isPlaceholder(homeOf(top))) {
		const words =
			'Author and repository in package.json are placeholders: see CONTRIBUTING.md, A home for the project.';
		if (!values.dry) throw new Refused(words);
		say(words);
	}
	if (values.dry) return;

	npm(root, 'version', version, '--no-git-tag-version', '--allow-same-version', '--ignore-scripts');
	writeFileSync(path.join(root, 'CHANGELOG.md'), released);
	writeKept(root, packages);
	git('add', 'package.json', 'package-lock.json', 'CHANGELOG.md', ...packages.map((one) => folderOf(root, one)));
	git('commit', '--message', `chore: release ${version}`);
	git('tag', '--annotate', `v${version}`, '--message', `Release ${version}`);
	say(`\nCommitted and tagged. Next: git push --follow-tags`);
}

try {
	release();
} catch (reason) {
	if (!(reason instanceof Error)) throw reason;
	console.error(reason instanceof Refused ? reason.message : reason.stack);
	process.exitCode = 1;
}
