/** What a model reads about the tool, by operation. */
export const adherenceDescriptionsForModels = {
	getAdherence:
		'Find out how much of the scheduled time contact-centre agents were in the scheduled state, in percent, per day, agent or team. Changes nothing.',
	getExceptions:
		'Find out which contact-centre agents started late, left early, or took long breaks or missed them, with start and end times. Changes nothing.',
	getNow: 'Find out which contact-centre agents are not in the scheduled state at this moment, and for how long. Changes nothing.',
};
