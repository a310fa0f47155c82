import { twilioVendor } from '../twilio';

/** Twilio's pages on the codes speak of Programmable Chat, which Conversations is built on. */
export const vendor = twilioVendor('Twilio Conversations', 'conversations', {
	'50200':
		"No user of this service has this SID or identity. The identity is case-sensitive; check 'Conversation Service' too.",
	'50201': 'A user with this identity exists already in this service. Use Update to change it.',
	'50203': 'Twilio keeps some identities for itself, such as system, private and unique. Choose another one.',
	'50206': 'An identity must not look like a user SID. Choose another one.',
	'50207': 'Shorten the identity: Twilio takes at most 256 characters.',
	'50303': 'Shorten the attributes: Twilio takes 16 KB for a user, blanks included.',
	'50304': 'The attributes must be a JSON object.',
	'50385': 'Conversations does not exist in this region. Choose another region in the credential.',
});
