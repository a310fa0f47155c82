import { twilioVendor } from '../twilio';

export const vendor = twilioVendor('Twilio Frontline', 'frontline-api', {
	'48001': 'Set a Callback URL in the Frontline section of the Twilio Console.',
	'48026':
		'The outgoing conversation callback of your Frontline integration gave no valid proxy address. Check the number that it gives for this user.',
	'48033':
		'This identity is not allowed: it must have at most 256 characters, must not look like a user SID, and must not be system, private or unique.',
});
