import { writeFileSync } from 'node:fs';
import { pages, renewed } from './reference';

// `npm run docs`: the reference part of every vendor's page, anew.
for (const [page, service] of pages) writeFileSync(page, renewed(page, service));
