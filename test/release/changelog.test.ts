import { entriesOf, notesOf, unreleasedIn, withRelease } from '../../release/changelog';
import { commitsIn, nextVersion, type Commit } from '../../release/commits';
import { read } from '../architecture/imports';

const commit = (type: string, subject: string, more: Partial<Commit> = {}): Commit => ({
	type,
	subject,
	scope: undefined,
	breaking: undefined,
	...more,
});

describe('the log', () => {
	it('is read as Conventional Commits, others left out', () => {
		const log = [
			'feat(conpeek): breaks have causes\n\nLonger words.',
			'fix: no wrong state',
			'feat(state)!: rows are flat',
			'refactor: a name\n\nBREAKING CHANGE: the column is called reason.',
			'Merge branch x',
			'wip',
			'',
		].join('\n\u001e');
		expect(commitsIn(log)).toEqual([
			commit('feat', 'breaks have causes', { scope: 'conpeek' }),
			commit('fix', 'no wrong state'),
			commit('feat', 'rows are flat', { scope: 'state', breaking: 'rows are flat' }),
			commit('refactor', 'a name', { breaking: 'the column is called reason.' }),
		]);
	});
});

describe('the next version', () => {
	it.each([
		['0.1.0', [commit('fix', 'a')], '0.1.1'],
		['0.1.3', [commit('docs', 'a')], '0.1.4'],
		['0.1.3', [commit('fix', 'a'), commit('feat', 'b')], '0.2.0'],
		['0.9.3', [commit('fix', 'a', { breaking: 'b' })], '0.10.0'],
		['1.2.3', [commit('fix', 'a', { breaking: 'b' })], '2.0.0'],
		['1.2.3', [commit('feat', 'a')], '1.3.0'],
	])('after %s with %j is %s', (version, commits, next) => {
		expect(nextVersion(version, commits)).toBe(next);
	});
});

describe('CHANGELOG.md', () => {
	const before =
		'# Changelog\n\nWords.\n\n## Unreleased\n\n- Written by hand.\n\n## 0.1.0 (2026-01-01)\n\n- First.\n';

	it('keeps what people wrote, under the version', () => {
		expect(withRelease(before, '0.2.0', '2026-02-03', [commit('feat', 'not shown')])).toBe(
			'# Changelog\n\nWords.\n\n## Unreleased\n\n## 0.2.0 (2026-02-03)\n\n- Written by hand.\n\n## 0.1.0 (2026-01-01)\n\n- First.\n',
		);
	});

	it('is made from the commits where nobody wrote anything', () => {
		const commits = [
			commit('feat', 'b', { scope: 'conpeek' }),
			commit('fix', 'c', { breaking: 'd' }),
			commit('docs', 'e'),
		];
		const after = withRelease(before.replace('- Written by hand.\n\n', ''), '0.2.0', '2026-02-03', commits);
		expect(after).toContain(
			'## 0.2.0 (2026-02-03)\n\n### Breaking\n\n- d\n\n### Added\n\n- **conpeek**: b\n\n### Fixed\n\n- c\n\n## 0.1.0',
		);
		expect(entriesOf(commits)).not.toContain('e\n');
	});

	it('has the words of a version for its page', () => {
		const after = withRelease(before, '0.2.0', '2026-02-03', []);
		expect(notesOf(after, '0.2.0')).toBe('- Written by hand.');
		expect(notesOf(after, '0.1.0')).toBe('- First.');
		expect(() => notesOf(after, '0.3.0')).toThrow('says nothing about 0.3.0');
	});

	it('has no release without anything to tell', () => {
		const nothing = '# Changelog\n\n## Unreleased\n';
		expect(() => withRelease(nothing, '0.1.0', '2026-02-03', [commit('docs', 'a')])).toThrow(
			'There is nothing to release',
		);
		expect(() => withRelease('# Changelog\n', '0.1.0', '2026-02-03', [])).toThrow('no heading "## Unreleased"');
	});

	it('says what is unreleased', () => {
		expect(unreleasedIn(before)).toBe('- Written by hand.');
		expect(read('CHANGELOG.md')).toMatch(/^## Unreleased$/m);
	});
});
