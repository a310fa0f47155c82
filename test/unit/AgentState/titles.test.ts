import { adapters } from '../../../nodes/AgentState/adapters';
import { credentialsFor } from '../../../nodes/AgentState/credentials';
import { agentStateProperties } from '../../../nodes/AgentState/properties';
import { commonName, nodeTitle, usualService } from '../../../nodes/AgentState/titles';

const idsWith = (word: string) => adapters.filter(({ id }) => id.startsWith(word));

it.each([
	['', '', 'Agent State', 'twilioTaskRouter'],
	['twilio', 'Twilio', 'Twilio Agent State', 'twilioTaskRouter'],
	['voipNow', 'VoipNow', 'VoipNow Agent State', 'voipNow'],
	['conpeek', 'Conpeek', 'Conpeek Agent State', 'conpeek'],
])('a package of the services %j is of %j: %s, which begins with %s', (word, common, title, usual) => {
	const own = idsWith(word);
	expect(commonName(own)).toBe(common);
	expect(nodeTitle('Agent State', own)).toBe(title);
	expect(usualService(own)).toBe(usual);
});

it('a package whose services share one credential requires it', () => {
	expect(credentialsFor(idsWith('twilio'))).toEqual([{ name: 'twilioContactCenterApi', required: true }]);
	expect(credentialsFor(adapters).map(({ required }) => required)).toEqual([false, false, false]);
});

it('asks for the service only where there are several', () => {
	const typeIn = (word: string) => agentStateProperties(idsWith(word)).find(({ name }) => name === 'vendor')?.type;
	expect([typeIn(''), typeIn('twilio'), typeIn('conpeek')]).toEqual(['options', 'options', 'hidden']);
});
