import { configOf } from './config.mjs';

// The example reads a page of the documents.
export default configOf({ node: 'ScheduleAdherence', without: ['example.test.ts'] });
