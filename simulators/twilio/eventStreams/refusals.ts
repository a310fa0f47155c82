import { Refusal } from '../refusal';

/**
 * Event Streams' own refusals, by the error dictionary (docs/api/errors/91000 and on). It tells no HTTP status: 404 for
 * what is not found and 400 for the rest are the usual ones.
 */
export const badSink = (problem: string) => new Refusal(400, 91000, `Sink could not be created: ${problem}`);
export const sinkNotFound = () => new Refusal(404, 91001, 'Sink could not be found');
export const tooManySinks = () => new Refusal(400, 91003, 'Account reached the max sink limit');
/** Deleting a sink with a subscription; also a second subscription for a sink, refused in these words in a live test. */
export const sinkInUse = (sid: string) => new Refusal(400, 91007, `Sink with SID ${sid} is in use`);
export const sinkNotActive = () => new Refusal(400, 91100, 'Creating subscription for sink failed: it is not active');
export const badSubscription = (problem: string) =>
	new Refusal(400, 91101, `Subscription could not be created: ${problem}`);
export const subscriptionNotFound = () => new Refusal(404, 91102, 'Subscription could not be found');
/** The words of a live test: `Type not found in the system`, `Type is discontinued`. */
export const badType = (problem: string) => new Refusal(400, 91104, problem);
