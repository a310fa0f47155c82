import { execFileSync } from 'node:child_process';

import { commitsIn, LOG_FORMAT, type Commit } from './commits';

export interface Repository {
	/** Runs git to its end. @returns what it prints, without the last line break */
	git: (...args: string[]) => string;
	/** Changed and unknown files. */
	changes: () => string[];
	/** The newest tag of a release before this commit; `undefined` before the first release. */
	lastTag: () => string | undefined;
	commitsSince: (tag: string | undefined) => Commit[];
}

export function repositoryIn(root: string): Repository {
	const git = (...args: string[]) =>
		execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).trimEnd();
	return {
		git,
		changes: () => git('status', '--porcelain').split('\n').filter(Boolean),
		lastTag: () =>
			git('tag', '--list', 'v*', '--merged', 'HEAD', '--sort=-version:refname').split('\n')[0] || undefined,
		commitsSince: (tag) => commitsIn(git('log', '--no-merges', LOG_FORMAT, ...(tag ? [`${tag}..HEAD`] : []))),
	};
}
