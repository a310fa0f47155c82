import type { Commit } from './commits';

/** Under which heading commits stand in CHANGELOG.md. What users do not notice stands nowhere. */
const HEADINGS = [
	['Added', ({ type }) => type === 'feat'],
	['Faster', ({ type }) => type === 'perf'],
	['Fixed', ({ type }) => type === 'fix'],
] as const satisfies ReadonlyArray<readonly [string, (commit: Commit) => boolean]>;

/** What commits mean to users, as a part of CHANGELOG.md; empty if nothing. */
export function entriesOf(commits: readonly Commit[]): string {
	const broken = commits.flatMap(({ breaking }) => breaking ?? []);
	const sections = [
		['Breaking', broken] as const,
		...HEADINGS.map(([heading, belongs]) => [heading, commits.filter(belongs).map(lineOf)] as const),
	];
	return sections
		.filter(([, lines]) => lines.length > 0)
		.map(([heading, lines]) => `### ${heading}\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`)
		.join('\n');
}

const lineOf = ({ scope, subject }: Commit): string => (scope === undefined ? subject : `**${scope}**: ${subject}`);

const UNRELEASED = /^## Unreleased\n+([^]*?)(?=^## |$(?![^]))/m;

/** What is written under *Unreleased*. */
export const unreleasedIn = (changelog: string): string => UNRELEASED.exec(changelog)?.[1]?.trim() ?? '';

/**
 * CHANGELOG.md with a release in it. What people wrote under *Unreleased* is what users read; only where nothing is written
 * do the commits speak.
 *
 * @param date as 2026-11-27
 */
export function withRelease(changelog: string, version: string, date: string, commits: readonly Commit[]): string {
	if (!UNRELEASED.test(changelog)) throw new Error('CHANGELOG.md has no heading "## Unreleased".');
	const entries = unreleasedIn(changelog) || entriesOf(commits).trim();
	if (entries === '') throw new Error('There is nothing to release: nothing is unreleased that users would notice.');
	return (
		changelog.replace(UNRELEASED, () => `## Unreleased\n\n## ${version} (${date})\n\n${entries}\n\n`).trimEnd() +
		'\n'
	);
}

/** What CHANGELOG.md says about a version, for the release's page. */
export function notesOf(changelog: string, version: string): string {
	const [, notes] =
		new RegExp(`^## ${version.replaceAll('.', String.raw`\.`)} .*\n+([^]*?)(?=^## |$(?![^]))`, 'm').exec(
			changelog,
		) ?? [];
	if (notes === undefined) throw new Error(`CHANGELOG.md says nothing about ${version}.`);
	return notes.trim();
}
