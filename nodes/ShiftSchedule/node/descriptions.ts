const STATES = 'available (gets work), busy (other duties), break (a rest) or offline (not working)';

/** What a model reads about the tool, by operation. */
export const scheduleDescriptionsForModels = {
	getStateNow: `Find out from the roster which state each contact-centre agent should be in at a time: ${STATES}. Changes nothing. Answers with one row for each agent: agent, state (desiredState), shift, since when and until when. It tells what is planned, not what agents really do.`,
	getChanges:
		'Find out from the roster which contact-centre agents change their state in a period, such as whose shift begins or ends. Changes nothing. Answers with one row for each change: agent, the new state (desiredState), and when.',
	previewTimeline: `Find out from the roster who is planned when over the next days. Changes nothing. Answers with one row for each agent and stretch of time: agent, state (desiredState: ${STATES}), start and end.`,
	checkSchedule:
		'Check the roster of contact-centre agents: times with too few agents, overlaps, unknown agents, very long shifts and rows without effect. Changes nothing. Answers with one row for each finding; no row means that nothing was found.',
	importIcs:
		'Turn the events of a calendar into rows of a roster. Changes nothing. Answers with one row for each shift: agent, days, start and end.',
};
