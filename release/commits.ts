/** A commit as Conventional Commits 1.0.0 reads it. */
export interface Commit {
	/** `feat`, `fix` … */
	type: string;
	scope: string | undefined;
	subject: string;
	/** What breaks, in the author's words, if anything does. */
	breaking: string | undefined;
}

/** For `git log`: subject and body, and a sign after each commit. */
export const LOG_FORMAT = '--format=%s%n%b%x1e';

/** @param log as `git log` prints it in that format; merges and others that are no Conventional Commits are left out */
export function commitsIn(log: string): Commit[] {
	return log.split('\u001e').flatMap((text) => {
		const [first = '', ...body] = text.trim().split('\n');
		const [, type, scope, mark, subject] = /^(\w+)(?:\(([^)]*)\))?(!)?: (.+)$/.exec(first) ?? [];
		if (type === undefined || subject === undefined) return [];
		const footer = /^BREAKING[ -]CHANGE: (.+)$/m.exec(body.join('\n'))?.[1];
		return [{ type, scope, subject, breaking: footer ?? (mark && subject) }];
	});
}

/**
 * The version after these commits, by Semantic Versioning. Before 1.0.0 what breaks raises the second number, as npm's
 * `^0.1.0` takes it.
 */
export function nextVersion(version: string, commits: readonly Commit[]): string {
	const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
	const isBreaking = commits.some(({ breaking }) => breaking !== undefined);
	if (isBreaking && major > 0) return `${major + 1}.0.0`;
	if (isBreaking || commits.some(({ type }) => type === 'feat')) return `${major}.${minor + 1}.0`;
	return `${major}.${minor}.${patch + 1}`;
}
