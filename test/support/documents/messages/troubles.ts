import type { Trouble } from './page';

/**
 * Why a message comes and what helps, by the messages as `npm run docs` finds them in the sources. A message without an
 * entry, and an entry without a message, fail test/troubleshooting.test.ts. Where nothing stands under `remedy`, the
 * message says it.
 */
export const troubles: Readonly<Record<string, readonly Trouble[]>> = {
	'Credentials and connection': [
		{
			messages: ['… did not accept the …'],
			cause: 'The service refused the key: it was typed wrongly, revoked, or belongs to another account, region or server.',
			remedy: 'Copy both parts again from the place that the second line names, and save the credential. Spaces before and after them do not matter.',
		},
		{
			messages: [
				"Copy both again from …, and check 'Region and Edge': each region has its own keys. For a subaccount use the subaccount's own keys.",
				'Copy both again from the App in VoipNow, and see that the App is marked as trusted there.',
				'Copy it again, without the word Bearer, and check the address in the credential.',
			],
			cause: 'The keys are wrong, or belong to another region, account or server.',
			remedy: 'Copy the keys again as the message says, and save the credential.',
		},
		{
			messages: [
				'Domain not allowed: the credential may be used for … only, not for …',
				"Domain not allowed: the credential is restricted to specific domains, and names none. Fill in 'Allowed Domains'",
			],
			cause: "*Allowed HTTP Request Domains* of the credential is *Specific Domains*, and the service's address is not among them.",
			remedy: 'Add the domain that the message names to *Allowed Domains* in the credential, or choose *All*.',
		},
		{
			messages: ['begins with the word Bearer: enter the key alone'],
			cause: "The text *Bearer* was pasted with Conpeek's key.",
		},
		{
			messages: ['must be AC, or SK for an API key, followed by 32 digits and letters from a to f'],
			cause: 'The first part of the sign-in data is not a SID of this kind.',
			remedy: 'Copy the Account SID (AC…) or the SID of an API key (SK…). The secret goes into the other field.',
		},
		{
			messages: ['…: … followed by 32 digits and letters from a to f'],
			cause: 'The value is an ID of another kind, such as a worker SID in place of a workspace SID.',
			remedy: 'Choose the record from the list, or copy the SID that begins with the letters in the message.',
		},
		{
			messages: [
				'The test reads one callback. A key without permission for callbacks may still be able to set states.',
				'The test reads one workspace. A restricted key without the right to do so may still work in the nodes.',
			],
			cause: 'The test of the credential needs more rights than the key has. The nodes may work all the same.',
			remedy: 'Run a node with it. If that works, leave the credential as it is.',
		},
		{
			messages: [
				'Open the credential and check its keys.',
				'The key in the credential lacks the right to do this.',
				'The API key or the OAuth app lacks the permission for this request. Add the permission to the restricted key, or the scope to the app, in the Twilio Console, or use a standard API key.',
			],
			cause: 'The key is correct, but does not have the right to do this.',
			remedy: "Give the key the right in the service's console, or use another key: see the table of rights in the README.",
		},
		{
			messages: [
				'Check the address in the credential.',
				"Check 'Region and Edge', and the address under 'API Root Override'.",
				"Check the address in the '…' credential and whether this n8n can reach it.",
				"Check the keys and the address in the '…' credential.",
				'Check the address and the region in the credential.',
			],
			cause: 'The address or the region in the credential may be wrong.',
			remedy: 'Open the credential, compare its address and region with those of your account, and try the address in a browser on the machine that runs n8n.',
		},
		{
			messages: [
				'Check the ID: nothing with it exists for this credential.',
				"Nothing with this SID or identity exists in the account of the credential. Check it, and check the region in the credential. The main account's keys do not reach a subaccount: use the subaccount's own.",
				'Check the address in the credential, and the queue and the agent.',
			],
			cause: 'The service has no record with this ID for this credential (HTTP 404).',
			remedy: 'Choose the agent, workspace or queue from the list again. If the list is empty, the credential belongs to another account or region.',
		},
		{
			messages: ['"…" is not an address; give it in full, such as https://example.com'],
			cause: 'The address in the credential is not complete.',
		},
		{
			messages: ['the address must not contain a user name, a question mark or a number sign'],
			cause: 'The address contains more than the name of the server and a path.',
			remedy: 'Leave only https:// and the name of the server, with a path if the service needs one.',
		},
		{
			messages: ['"…//" would send the key unencrypted: the address must begin with https://'],
			cause: 'The address begins with http://, so anyone between n8n and the service could read the key.',
			remedy: 'Write https://. http:// is allowed only for a server on the same machine.',
		},
		{
			messages: [
				'… could not be reached',
				'No answer from …',
				'The connection failed',
				'No answer in time',
				'… did not answer in time',
			],
			cause: 'n8n did not reach the service, or got no answer. `ECONNREFUSED` and `ENOTFOUND` mean a wrong address or a server that is down; `ETIMEDOUT` and `ECONNABORTED` mean a service that is too slow, or a firewall that blocks the request.',
			remedy: 'Check the address. If it is right, ask whoever runs n8n whether this machine may reach the service. Then run the workflow again.',
		},
		{
			messages: [
				'The proxy that this n8n uses ended the connection. Tell whoever runs this n8n.',
				'The proxy that this n8n uses wants a user name and password. Tell whoever runs this n8n.',
				'A proxy on the way to …',
			],
			cause: 'A proxy between n8n and the service refuses the request.',
			remedy: 'Tell whoever runs this n8n; the settings are `HTTPS_PROXY` and `NO_PROXY`.',
		},
		{
			messages: [
				'… gave no token: …',
				'… gave no token: HTTP status …',
				'… gave no token: its answer could not be read',
				"If it happens again, check the address in the '…' credential.",
				'The answer of … could not be read. Check the address in the credential.',
			],
			cause: 'The service did not give n8n a token to work with (Twilio OAuth apps, VoipNow).',
			remedy: 'Check the key, the secret and the address. With HTTP 5xx the service has a fault: run it again later.',
		},
		{
			messages: [
				'The service points to another address, and keys are never sent there. Check the address in the credential.',
				'The list goes on at another address (…), and keys are never sent there',
				'The list goes on at another address, and keys are never sent there',
			],
			cause: 'The service sends the request to another address, and n8n does not send a key there.',
			remedy: 'Write the new address into the credential, if you trust it.',
		},
		{
			messages: [
				'… answered with an error under HTTP status …',
				'… answered with HTTP status …',
				'The fault lies with the service. Run the workflow again later.',
				'The HTTP answer could not be read',
			],
			cause: 'The service answered with an error, or with something that cannot be read. A 5xx means a fault at the service.',
			remedy: "Run the workflow again later. If the error comes again, give the service's support the request ID in the second line.",
		},
		{
			messages: ["Still too many requests after all retries. Lower 'Parallel Limit' under 'Options'."],
			cause: 'The service refuses more requests for the moment (HTTP 429).',
			remedy: 'Lower *Parallel Limit*, or let fewer workflows run at the same time.',
		},
		{
			messages: [
				'The service refuses every request at present. Run the workflow again later.',
				'… does not work at present (…)',
				'not attempted: …',
				'was not attempted: the run ended before it',
				'the run has lasted … minutes, and no request starts after that',
				'Run the workflow again later for those who were not attempted.',
				'not attempted',
			],
			cause: 'After three failures in a row, three minutes without an answer, or 30 minutes in all, a run sends nothing more.',
			remedy: 'Wait until the service works, and run the workflow again: agents who are already right are not changed again.',
		},
		{
			messages: [
				'The change may or may not have been made: running the workflow again is safe.',
				'It may have been made anyway: check before you run it again.',
			],
			cause: 'The connection broke after a change was sent.',
			remedy: 'If you set states, run the workflow again. If you create something, first check whether it exists.',
		},
		{
			messages: [
				'The list leads back to a page that was read already',
				'The list has no end: … pages in a row gave nothing new',
				'The list has no end: … pages gave … entries',
				'the service answered with status … but without a list',
				'The list goes on after … entries, and the service gives no more',
				'Set a lower limit.',
				'Set a limit, or narrow the list by a filter or a shorter time.',
				'no address',
			],
			cause: 'A list from the service does not end, or is incomplete.',
			remedy: 'Set **Limit**, or narrow the list by a filter or a shorter time.',
		},
		{
			messages: [
				'the service answered with status … but without the record',
				'the service answered with status … but without the record that was asked for',
				'Conpeek answered with status … but with a web page instead of data',
				'VoipNow answered with a web page instead of an agent',
				'Twilio answered with status … but without the record',
				'the service answered with status … but without the agent',
				'the service answered with status … and a page',
				'the service answered about another record',
			],
			cause: 'The service reported success, but sent a web page, nothing, or another record. Usually a proxy answered, or the address is that of another system.',
			remedy: 'Open the address of the credential in a browser. Then run the workflow again: it reads the agents first.',
		},
	],
	'Fields of a node': [
		{
			messages: [
				'has no value here; give it one, or remove the field',
				'has no value here; give it one, or empty the field',
			],
			cause: 'The expression in the field has no value for this row.',
			remedy: 'Look at the column in the input, correct its name in the expression, or remove the field.',
		},
		{
			messages: [
				'must be text',
				'must be true or false',
				'must be a number',
				'must be a whole number',
				'must be at least …',
				'must be one of …',
				'is … characters long; at most … are allowed',
				'must be …',
				`'…' is "…". It must be one of: …`,
				"'…' is not a number",
			],
			cause: 'The value is of the wrong type, or outside the range that the service accepts.',
			remedy: 'Correct the column in the input, or the value in the field; the message names the row and the field.',
		},
		{
			messages: [
				'has more digits than can be kept exactly',
				'contains a number that is too long to be kept exactly; put it in double quotes',
				'the attributes contain a number that is too long to be kept exactly; use Update instead',
			],
			cause: 'Numbers with more than 15 digits are rounded by every sheet and by JSON.',
			remedy: 'Format the column as text, and put the number in double quotes.',
		},
		{
			messages: ['must be a web address, such as https://example.com/anna.png'],
			cause: "The picture's address is not a web address.",
		},
		{
			messages: [
				'must be a JSON object, such as {"skills": ["billing"]}',
				'is not valid JSON (…)',
				'The attributes must be a JSON object.',
			],
			cause: 'The text is not JSON. A comma or a quotation mark is often missing.',
			remedy: 'Write it in a JSON editor first, with double quotes: `{"skills": ["billing"]}`.',
		},
		{
			messages: [
				'cannot be a dot or two: use the SID or ID instead',
				'cannot hold a slash, a backslash, a question mark or a number sign: use the SID or ID instead',
				'holds a character that cannot be sent (a control character)',
			],
			cause: 'The name contains a character that cannot be used in an address.',
			remedy: 'Choose the record by its ID.',
		},
		{
			messages: ['is empty; remove the filter to get all'],
			cause: 'The filter is empty.',
			remedy: 'Fill it in, or remove it to get all records.',
		},
		{
			messages: ["there is nothing to change: add at least one field under '…'"],
			cause: 'The update has no field to change.',
		},
		{
			messages: [
				"Choose '…' first: it …",
				"'…' is an expression that has no value in the editor: choose it from the list, or give this one by ID",
			],
			cause: 'The list depends on another field, which is still empty or is an expression.',
			remedy: 'Choose the other field from its list first. Or type the ID with *By ID*.',
		},
		{
			messages: ['has no mode called "…"'],
			cause: 'The node has no such way to choose the agent (*From List*, *By Name*, *By ID*). This can happen when the JSON of a workflow was edited.',
			remedy: 'Choose it again in the form.',
		},
		{
			messages: ['matches no …. There are: ……', 'matches no …', 'finds nothing: there are no … here'],
			cause: 'No record of the service has this name. The message lists those that exist.',
			remedy: 'Correct the name, or choose from the list. Names must match, apart from upper and lower case, blanks and accents.',
		},
		{
			messages: [
				'means … …: …. Choose one of them by its ID',
				'means several agents: …. Name it by its ID',
				`"…" means several: …. Name one by its ID under 'State Mapping'`,
			],
			cause: 'Two or more records have this name.',
			remedy: 'Use the ID of the right one.',
		},
		{
			messages: ['… could not be looked up: …'],
			cause: 'The name could not be looked up, because reading the list failed.',
			remedy: 'The end of the message says why: search this page for it.',
		},
		{
			messages: ["… has no such operation: choose one from the lists 'Resource' and 'Operation'"],
			cause: 'The operation of this node does not exist in this version of the pack.',
			remedy: 'Open the node and choose the operation again.',
		},
		{
			messages: [
				'Nothing was sent: all items are checked before the first change.',
				'Nothing was sent: all items are checked before the first request.',
				'Nothing was changed.',
				'Nothing was sent.',
				'There is no output. Correct the input and run the workflow again.',
			],
			cause: 'A row of the input is wrong. As long as one row is wrong, nothing is sent.',
			remedy: 'Correct the rows that the message lists and run it again. To change the others anyway, set **On Error** to *Continue*.',
		},
		{
			messages: [
				'… of … item done….',
				'… of … items done….',
				', … failed',
				', … not attempted',
				'… of … item failed.',
				'… of … items failed.',
				'The error items show … more.',
			],
			cause: 'Shows how far the run got before it stopped.',
			remedy: 'Correct the item that failed and run it again. The rows that failed have the reason in `error`.',
		},
		{
			messages: ['The execution was cancelled. …'],
			cause: 'Someone stopped the execution, or n8n was restarted.',
			remedy: 'Run it again.',
		},
		{
			messages: [
				'could not be processed: a text or a record in it is too long or too deep',
				'could not be processed: …',
			],
			cause: 'The node could not process this row.',
			remedy: 'Shorten the texts in the row. If the row is small, report the problem together with the row.',
		},
	],
	'Agent State and Set State': [
		{
			messages: ['would change to …', 'would change to … (…)'],
			cause: '**Preview Only** is on: nothing was changed. In brackets is what the service calls the state.',
			remedy: 'Switch **Preview Only** off, and run the node again.',
		},
		{
			messages: ['does not exist here', 'no such agent: …'],
			cause: 'The service does not know this agent in this workspace, service or queue.',
			remedy: 'Correct the name or the ID in the list, or remove the row. To skip such rows silently, set **Unknown Agents** to *Are Skipped*.',
		},
		{
			messages: [
				'"…" is not a state. There are: …',
				'has no state: write one of … in the column "…"',
				`'…': "…" is not a state. There are: …`,
				`In '…' "…" is not a state. It must be one of: …`,
			],
			cause: 'The state is not one of *available*, *busy*, *break* and *offline*.',
			remedy: 'Correct the word, or write one of the four states in the column.',
		},
		{
			messages: [
				'Row … has no agent: write an ID or a name in the column "…"',
				`column "…" is empty or missing; the item has: …. Name the column under '…'`,
			],
			cause: 'The column with the agent or the state is empty, or has another name.',
			remedy: "Fill the cell, or type the column's name under **Agent Column** or **State Column**.",
		},
		{
			messages: ['is … characters long, and at most … can be an agent'],
			cause: 'The cell is too long for an agent: usually several agents in one cell.',
			remedy: 'Write one agent per row.',
		},
		{
			messages: ['there is no service "…". There are: …', 'There is no service "…" here. There are: …'],
			cause: 'The column *service* names a service that does not exist.',
			remedy: 'Write one of the names that the message lists.',
		},
		{
			messages: [
				`nothing stands for "…" here. Add it under 'State Mapping'. There are: …`,
				'the mapping leads to "…", which does not exist. There are: …',
			],
			cause: 'Your workspace or service has no activity, role or break for this state.',
			remedy: 'Add one at the service, or choose under **State Mapping** which one stands for the state.',
		},
		{
			messages: ["Found by name: …. Set it under 'State Mapping' if that is wrong."],
			cause: 'The node found the activity by a similar name.',
			remedy: 'Check it once. If it is wrong, choose the right one under **State Mapping**.',
		},
		{
			messages: ["a break needs a 'Reason': the name of the break as it is set up in Conpeek"],
			cause: 'A break at Conpeek needs the name of the break.',
			remedy: 'Add a column *reason* with the name of a break that is set up in Conpeek.',
		},
		{
			messages: ['rows … ask for different states of the same agent (…)', 'Leave one of them.'],
			cause: 'The list has the same agent twice, with two states.',
		},
		{
			messages: [
				'Named by several rows of the input, with one row for all of them: …….',
				'One empty row was skipped.',
				'… empty rows were skipped.',
				"Read …. If that is wrong, name the right columns under 'Agent Column' and 'State Column'.",
			],
			cause: 'Shows how the rows were read.',
			remedy: 'Nothing, if this is right.',
		},
		{
			messages: ['has changed to "…" since then, and is no longer in "…"'],
			cause: '*Restore Previous* leaves agents alone whose state has changed since then.',
			remedy: 'Nothing. To restore them anyway, add **Restore Even if Changed Since**.',
		},
		{
			messages: ['is in "…", which is protected'],
			cause: 'The agent is in one of your **Protected States**.',
			remedy: 'Nothing, or remove the state from the option.',
		},
		{
			messages: [
				'was put into "…" … … minutes ago',
				'by someone else',
				'by someone else, as far as this first run can tell,',
			],
			cause: 'Someone changed the agent a short while ago, so **Grace Time (Minutes)** leaves the agent in that state.',
			remedy: 'Nothing: after the grace time the next run sets the agent.',
		},
		{
			messages: [
				'… does not show whether the agent has open work',
				"…. Choose 'Change Now' to change the agent in any case",
				'the next run after that',
				'…; the next run after that changes the state',
				'a run after …',
				'; … changes the state',
				'. A manual run does not remember how long the agent has been left alone',
				'…; was left for … minutes, which is the limit',
			],
			cause: 'The agent is on a task or a call, and **Agents With Open Work** lets the agent finish.',
			remedy: 'Nothing: a later run makes the change. To change agents at once, choose *Change Now*.',
		},
		{
			messages: [
				'the service accepted the change and did not answer with a state',
				'the service accepted the change and shows "…"',
				'The state …',
				'not confirmed',
				'Conpeek accepted the change and answered with … instead of …',
				'Conpeek accepted the change and answered without a state (HTTP status …)',
				'VoipNow accepted the change and answered with status … instead of …',
				'VoipNow accepted the change and answered with another agent',
				'VoipNow accepted the change and answered without an agent (HTTP status …)',
			],
			cause: 'The service accepted the change, but does not show the new state. Usually something else changes the same agent, such as another workflow, a supervisor, or the service itself.',
			remedy: 'Run it again. If it happens again, find out what else changes the agent: another workflow, or a schedule at the service.',
		},
		{
			messages: ['Preview: nothing was changed. …'],
			cause: '**Preview Only** is on.',
			remedy: 'Switch it off to change the agents.',
		},
		{
			messages: [
				'The agent was already in the right state.',
				'All … agents were already in the right state.',
				'already right',
				'would change',
			],
			cause: 'There was nothing to change, or it was a preview.',
			remedy: 'Nothing.',
		},
		{
			messages: ['…. Run it again when the cause is gone: only what differs is written.'],
			cause: 'The run stopped before all agents were done.',
			remedy: 'Correct the cause that is given above, and run it again: no agent is changed twice.',
		},
		{
			messages: ["To undo it instead, give the 'changedRows' of this error to 'Restore Previous'."],
			cause: 'The run stopped after it had changed some agents, so it returns no rows. n8n passes their rows to a workflow that starts with *Error Trigger*.',
			remedy: 'See [When a run is interrupted](agent-state.md#when-a-run-is-interrupted). The ready workflow *Keep what an interrupted run changed, and undo it* does this.',
		},
		{
			messages: ['as this workflow last set it at …'],
			cause: 'The state cannot be read from Conpeek, so the node relies on what it set last.',
			remedy: 'If someone changes states in Conpeek, set **Trust the Last Change (Minutes)** to 0.',
		},
		{
			messages: [
				"is not a result row: 'Restore Previous' takes the rows that 'Set State' returned",
				'has an outcome that this node does not know',
				'does not say which agent it is about',
				"has nothing in the column 'restore': keep it as 'Set State' put it out",
				"was changed or cut since 'Set State' put it out: 'service', 'scope', 'agentId', 'previous', 'requested' and 'restore' must be as they were",
				'is a result row of another version (…): this node reads version …',
				"the row is from …: choose it under 'Service', or 'From Each Item'",
			],
			cause: '*Restore Previous* got rows that *Set State* did not return, or their columns were changed in between.',
			remedy: 'Connect the rows of *Set State* unchanged and with all columns.',
		},
		{
			messages: ['nothing was changed then (…), so there is nothing to restore', 'the state before is not known'],
			cause: 'There is nothing to restore for this agent.',
			remedy: 'Nothing.',
		},
		{
			messages: [
				'the state before no longer exists there, or was kept in another field',
				'the row keeps the state in …, this node in …',
			],
			cause: 'The previous state no longer exists at the service, or **State Is Kept In** was changed since then.',
			remedy: 'Set the agent by hand, or give *Restore Previous* the same settings as *Set State* had.',
		},
		{
			messages: [
				"… keeps no record of its agents' past states",
				"… keeps the changes of … days: 'From' can be … at the earliest",
				"'From' must be before 'Until'",
				"'From' is still to come: there is no history of that time yet",
				'the service has no record of this time',
			],
			cause: '*Get History* asks for a time for which the service has no record.',
			remedy: 'Choose a time in the past, within the days that the message names. Only TaskRouter keeps a history.',
		},
		{
			messages: [
				'Grace Time has no effect: the node cannot tell which changes are its own',
				'the time given to agents to finish their work starts again',
				'all agents of … are set, even those who are already in the state',
				"n8n has kept nothing from earlier runs of this node, so …. Queue mode of n8n 2.40 and 2.41 does that: set 'Memory' to 'Kept in Columns' there.",
				'Manual runs are not remembered: this one shows only who has been out for long in runs of the published workflow.',
				'This run remembers no earlier one, so agents count as out from now on. If the next run shows this again, n8n keeps no memory for its workers (queue mode of 2.40 and 2.41), and no one will be reported.',
			],
			cause: 'The node remembered nothing from earlier runs. This happens in queue mode, after a restart, and in runs from the editor.',
			remedy: 'If the message comes with every run of the published workflow, n8n runs in queue mode. Keep the memory in a data table there: [Queue mode](queue-mode.md). **Only Out for More Than (Minutes)** has no such option: do not rely on it there.',
		},
		{
			messages: [
				"No item has a column 'memory', so …. Only in the first run is that as it should be.",
				"'Last Run' is empty, so these are the changes of the last … minutes. Only in the first run is that as it should be.",
			],
			cause: '**Memory** is *Kept in Columns*, but nothing came back from the previous run.',
			remedy: 'Check the node that reads the table: it must come before this node and pass on what the last run saved. [Queue mode](queue-mode.md) shows all nodes.',
		},
		{
			messages: [
				'The memory of … was changed or cut since this node put it out, so nothing of earlier runs is known there: Grace Time does not hold, and who is in the state already is set again where the service does not tell states.',
			],
			cause: 'The text in the column `memory` is not the one that the node returned: a sheet has cut it, someone has edited it, or another version of this pack wrote it.',
			remedy: 'Nothing, if this happens once: the run has returned a new text. Otherwise keep the text in a data table, in a column of type string.',
		},
	],
	'Tools of an AI agent': [
		{
			messages: [
				"This call is for ……. Nothing was sent: 'At Most N Agents' of this tool allows … in one execution. Do not call it again; tell the user, who can raise the number or run the workflow again.",
			],
			cause: 'The model has asked for more changes in this execution than the tool may make.',
			remedy: 'Send another message, or set a larger number in the tool.',
		},
		{
			messages: ["'At Most N Agents' must be a number of at least 1. Nothing was sent."],
			cause: 'The field is empty, or holds 0 or a text.',
			remedy: 'Enter the number of agents that the model may change.',
		},
		{
			messages: [
				"A tool has no inputs, and this node compares two of them. Build a workflow that begins with 'When Executed by Another Workflow' and ends with this node, and give the agent the tool 'Call n8n Workflow' for it.",
			],
			cause: 'Schedule Adherence compares a roster with what agents did, and a tool has no inputs for them.',
		},
	],
	Twilio: [
		{
			messages: [
				"Twilio could not read the attributes. Enter a JSON object under 'Attributes (JSON)', and make it shorter if it is long.",
				'is empty: enter at least one attribute',
				'cannot contain the key "…"',
				'is nested deeper than … levels',
				'the attributes that Twilio keeps are nested deeper than … levels; replace them with Update',
				'the attributes that Twilio keeps are not a JSON object; replace them with Update',
			],
			cause: 'Twilio does not accept these attributes, or they cannot be merged.',
			remedy: 'Write a JSON object that is not nested too deeply. To replace broken attributes, use *Update*.',
		},
		{
			messages: ['The attribute value "…" has a hyphen, which TaskRouter may fail to parse in expressions.'],
			cause: "A hyphen in an attribute may be read as a minus sign by your workflows' expressions at Twilio.",
			remedy: 'Write an underscore.',
		},
		{
			messages: [
				'Too many workers are in an available activity for this account. Move some to an activity that is not available.',
			],
			cause: 'Twilio limits the number of available workers of an account.',
		},
		{
			messages: [
				'The account is suspended or closed, or the credential may not do this. Look at the state of the account in the Twilio Console, and at the permissions of the key.',
			],
			cause: 'Twilio closed or suspended the account, or the key does not have the right to do this.',
		},
		{
			messages: [
				'The record is in a state that does not allow this change, or something else is changing it. Read it again, then repeat the change.',
				'Someone else keeps changing this record at the same time. Run the workflow again.',
				"Someone changed the record after its version was read. Read it again and use the new 'etag', or remove 'If-Match (Version)'.",
			],
			cause: 'Two changes of the same record happened at the same time.',
			remedy: 'Run it again.',
		},
		{
			messages: [
				'The service sent no version of the record: what someone else changed at the same moment may be lost.',
			],
			cause: 'Twilio did not say which version of the attributes it sent.',
			remedy: 'Nothing, unless someone else changed the same worker in that second.',
		},
		{
			messages: [
				'Take it out of the record and change the key.',
				'the record holds a key of the credential, which is not shown and would be lost by this change',
			],
			cause: 'The attributes of this record contain a key of the credential.',
			remedy: 'Remove the key there, and create a new one: others may have read it.',
		},
		{
			messages: [
				"A worker with pending reservations can move to an activity that is not available only if they are rejected in the same step: switch on '…' if this worker has any.",
				`'Reject Pending Reservations' is valid only when the new activity is not available, and "…" is. Switch it off or choose another activity`,
			],
			cause: 'A worker who has been offered a task can go to an activity without work only if the offer is taken back.',
			remedy: 'Switch on **Reject Pending Reservations** (in Agent State **Reject Pending Work**). For an available activity switch it off.',
		},
		{
			messages: [
				'calls reach the agent by it, and stop if it is wrong',
				'Flex Teams keeps the team of the agent there, and it is reserved for Flex',
				"leave out '…' (now …): …",
				"change '…' from … to …: …",
				"The new attributes of … …. Use 'Merge Attributes' to change some attributes and keep the others.",
			],
			cause: 'The update would remove or change attributes that Flex needs.',
			remedy: 'Use *Merge Attributes*.',
		},
		{
			messages: [
				'is empty: enter at least one skill',
				'the attribute "…" of this worker is not an object',
				"the attribute 'levels' of this worker is not an object with levels",
				'the attribute "…" of this worker is not a list of skills',
			],
			cause: '*Add Skills* found attributes in another form than Flex uses.',
			remedy: 'Correct the attributes of this worker in the Twilio Console.',
		},
		{
			messages: [
				'has no condition: add one, or remove the filter',
				"has a condition whose 'Attribute' is empty",
				'has the attribute "…", which is not a valid name; use one such as skills or routing.skills',
				'has an unknown comparison "…"',
				'has no value for "…"',
			],
			cause: 'A condition of *Get Many* is not complete.',
			remedy: 'Fill attribute, comparison and value, or remove the condition.',
		},
		{
			messages: ['must be a date and time, such as 2026-03-29T08:00:00Z'],
			cause: 'The field needs a date and a time.',
		},
		{
			messages: [
				"No user of this service has this SID or identity. The identity is case-sensitive; check 'Conversation Service' too.",
				'A user with this identity exists already in this service. Use Update to change it.',
				'Twilio keeps some identities for itself, such as system, private and unique. Choose another one.',
				'An identity must not look like a user SID. Choose another one.',
				'Shorten the identity: Twilio takes at most 256 characters.',
				'Shorten the attributes: Twilio takes 16 KB for a user, blanks included.',
				'Conversations does not exist in this region. Choose another region in the credential.',
				`The identity "…" contains "…". Twilio advises against ! * ' ( ) ; : @ & = + $ , / ? % # [ and ]. An identity with / ? or # can be chosen by its SID only.`,
				'with this change the attributes of the user are too long: the text …',
			],
			cause: 'Twilio refused a user of Conversations.',
			remedy: 'The message says what to change. If **Conversation Service** is empty, the default service is used.',
		},
		{
			messages: [
				'Set a Callback URL in the Frontline section of the Twilio Console.',
				'The outgoing conversation callback of your Frontline integration gave no valid proxy address. Check the number that it gives for this user.',
				'This identity is not allowed: it must have at most 256 characters, must not look like a user SID, and must not be system, private or unique.',
			],
			cause: 'Twilio refused a change of a Frontline user.',
			remedy: 'The message says what to set up in the Frontline section of the Twilio Console.',
		},
	],
	VoipNow: [
		{
			messages: [
				"'Value' and 'Comparison' filter nothing without 'Field': add it under 'Filters'",
				"'Field' filters nothing without 'Value'",
				'is empty: choose at least one field',
				'contains "…", which is not a field of an agent',
			],
			cause: 'A filter or the list of fields is not complete.',
			remedy: 'Fill both **Field** and **Value**, or remove the filter.',
		},
		{
			messages: [
				'the extension number of a queue: digits and asterisks, such as 0003*212. "@self" is not allowed for queues',
				'an extension number such as 0003*210, or the digits of a remote agent ID',
				'an extension number such as 0003*210, or @self',
				'@me, @viewer, @owner or the ID of a user',
				'a version, such as 3',
				'the name of an attribute, such as routing.skills',
				'a name such as agentState',
			],
			cause: 'The field needs an extension number as VoipNow shows it, or another form that the message names.',
			remedy: 'Copy the number with the star, such as `0003*210`.',
		},
		{
			messages: [
				'contains "…" and "…", which may be the same queue: write all of them in the long form',
				'contains "…": each …',
				'is empty',
			],
			cause: 'The list of queues is empty, or names the same queue twice.',
			remedy: 'Write each queue once, in the long form.',
		},
		{
			messages: [
				'is not registered to queue …',
				"Check 'Agent' and 'Status': the agent must be registered to this queue. A remote agent goes by the agent ID, not by the phone number.",
			],
			cause: 'The agent does not belong to this queue.',
			remedy: 'Register the agent to the queue in VoipNow, or choose the other queue.',
		},
		{
			messages: [
				"Check 'Queue': it must be the extension number of an existing queue.",
				"Check 'Status': VoipNow takes Logged Out (0), Online (1) and Paused (2).",
				'The owner of the App is not allowed to change this queue. Register the App under the account that owns the queue.',
			],
			cause: 'VoipNow refused the change.',
			remedy: 'Check the field that the message names. Only the owner of the App may change a queue.',
		},
	],
	Conpeek: [
		{
			messages: [
				"Likely causes: a break without its type or its name ('Break Cause' or 'Reason'), or without a note, which Conpeek's page marks as it marks those two; or an Online Mode ID that is not one of this user's.",
				"Likely causes: the break named in 'Break Cause' or 'Reason' does not exist, is of the other type, or is not assigned to a group of this user; the user is not a consultant or is inactive; or the API key lacks the right.",
				'Likely causes: no user has this ID or name; the break or the online mode does not exist; or the address in the credential is that of another system.',
			],
			cause: 'Conpeek refused the change and does not say why. The message lists the likely causes.',
			remedy: 'Check them one by one.',
		},
	],
	Triggers: [
		{
			messages: ['There are no agents here yet.'],
			cause: 'The queue or the workspace has no agents.',
			remedy: 'Choose another one, or add agents at the service.',
		},
		{
			messages: ["'Agents' is empty: … has no list of its agents, so name those to watch"],
			cause: 'This service has no list of agents, so the trigger needs their names.',
		},
		{
			messages: ["the '…' credential: …", "The '…' credential: …"],
			cause: 'The credential has an error; the rest of the message says which.',
			remedy: 'Search this page for the rest of the message.',
		},
		{
			messages: [
				'the states could not be read in the time that n8n gives a poll',
				'Poll less often.',
				'Twilio did not return the activities in time',
				'Twilio was not asked in time',
			],
			cause: 'The service was too slow for the time that n8n gives a trigger.',
			remedy: 'Poll less often, or watch fewer agents.',
		},
		{
			messages: [
				'n8n gives this node no webhook address',
				'Twilio cannot reach this n8n at …',
				'Give this n8n an address on the Internet and tell it that address in its setting WEBHOOK_URL, or use a tunnel for tests.',
			],
			cause: 'Twilio sends its events to this n8n, but cannot reach it.',
			remedy: 'Ask whoever runs n8n for an address on the Internet (`WEBHOOK_URL`).',
		},
		{
			messages: [
				'The credential holds no Auth Token, and only with it can the node check that an event comes from Twilio',
				"Sign in with the Auth Token in the credential. Or switch on 'Accept Unsigned Deliveries' under 'Options': then anyone who learns the address of this webhook can start the workflow with invented events.",
				'The signature is missing or wrong',
			],
			cause: 'The trigger uses the Auth Token to check that an event comes from Twilio.',
			remedy: 'Sign in with the Auth Token, or copy it again: it changes when it is rotated. If there is a proxy in front of n8n, `WEBHOOK_URL` must be the address that Twilio calls.',
		},
		{
			messages: ['the credential cannot be read'],
			cause: 'The credential was removed, or cannot be decrypted.',
			remedy: 'Open the trigger and choose the credential again.',
		},
		{
			messages: [
				'Twilio sent … events that are not as documented',
				'… could not take events of Twilio: …',
				'Not ready: send it again',
				'The body is not valid JSON',
				'The form has more than … fields',
				'The body nests deeper than … levels',
				'No event that this workflow waits for',
			],
			cause: "An event could not be processed. The message is in n8n's log or in the answer to Twilio. Twilio sends the event again.",
			remedy: 'Nothing, if it happens rarely. Otherwise unpublish and publish the workflow.',
		},
		{
			messages: [
				'…. A sink called "…" may be left at Twilio',
				'Twilio answered without the SID of what it made',
				'…. The event callback of the workspace may be left changed',
				'Twilio answered that it changed the event callback of the workspace, but did not',
				'The workspace does not exist any more',
			],
			cause: 'The settings at Twilio were changed only in part.',
			remedy: "Look in the Twilio Console under Event Streams (or the workspace's settings), remove what is left, and publish the workflow again.",
		},
		{
			messages: [
				'Event Streams does not offer the event "…" here. It offers: …',
				`'Events' has no event "…"`,
				"'Events' is empty: choose at least one",
			],
			cause: '**Events** names an event that Twilio does not offer.',
			remedy: 'Choose the events from the list.',
		},
		{
			messages: [
				'The workspace already sends its events to …, and it can send them to one address only',
				"Choose Event Streams under 'Listen Through', which disturbs nothing else, or set 'If the Callback Is Taken' to Replace It.",
			],
			cause: 'The workspace already sends its events to another program.',
		},
	],
	'Rows of a roster': [
		{
			messages: [
				"is missing, and so are all columns of a roster: there are …. Name yours under 'Columns With Other Names'",
			],
			cause: 'None of the columns is known as a column of a roster: it is the wrong sheet, or it has headings of its own.',
			remedy: 'Name your columns under **Columns With Other Names**.',
		},
		{
			messages: [
				"Read …. If that is wrong, name the right columns under 'Columns With Other Names'.",
				"Not read: the column …. If it matters, name it under 'Columns With Other Names'.",
				"Not read: the column …. If one of them matters, name it under 'Columns With Other Names'.",
				"Not read: the columns …. If it matters, name it under 'Columns With Other Names'.",
				"Not read: the columns …. If one of them matters, name it under 'Columns With Other Names'.",
				`is not read. Is it the column "…"? Rename it, or name it under 'Columns With Other Names'`,
			],
			cause: 'Shows which columns were read, and which were not.',
			remedy: 'Nothing, if this is right. Otherwise name the column under **Columns With Other Names**.',
		},
		{
			messages: [
				"and another column can both be the column …, and differ: name the right one under 'Columns With Other Names'",
				"holds several values (…): name the one to read under 'Columns With Other Names', such as ….…",
			],
			cause: 'There are two possible columns, or several values in a cell.',
			remedy: 'Name the right one under **Columns With Other Names**.',
		},
		{
			messages: [
				'is empty: write the agent, or * for all',
				'… has no agent: write the agent, or * for all',
				"'Agent' is empty. Enter the ID of the agent, or * for all agents",
			],
			cause: 'The row does not say which agent it is for.',
		},
		{
			messages: [
				'must be one agent or several, by id',
				'names single agents and all agents (*): write one or the other',
			],
			cause: 'A cell names single agents and also all agents, or several agents where one is expected.',
			remedy: 'Write agents or `*`, and nothing else.',
		},
		{
			messages: [
				'the roster has an agent of the whole name and agents of its parts',
				'… is in no other row',
				'… are in no other row',
				`"…" can be one agent or …: …. Choose Only One or Several in 'Agents in One Cell', or write a semicolon between agents`,
			],
			cause: 'A comma may separate agents, or surname and given name.',
		},
		{
			messages: [
				'"…" has a row of kind agent already',
				'is … for "…" in another row: read the rows of each service in a step of its own',
			],
			cause: 'Two rows of kind *agent* say different things about one agent.',
			remedy: 'Leave one of them.',
		},
		{
			messages: [
				'… written in several ways. Upper and lower case make no difference, so each is one agent: …….',
				'… and … are read as two agents. If they are one person, write the name in the same way everywhere. If not, list both in rows of kind agent.',
				'Row …: the agent cell ….',
			],
			cause: 'The same agent seems to be written in several ways.',
			remedy: 'Write the name in the same way everywhere, or list both in rows of kind *agent*.',
		},
		{
			messages: [
				'The roster names no agents. Rows for all agents (*) do not say who the agents are. Add a row of kind "agent" for each agent.',
			],
			cause: 'The roster has only rows for `*`, and no names.',
		},
		{
			messages: [
				`"…" is not a kind of row: there are …. A word of your own needs an entry under 'Words Stand For'`,
			],
			cause: 'The column *kind* has an unknown word.',
		},
		{
			messages: ['"…" is not a state: …', 'there are …', 'is empty: …'],
			cause: 'The state of the row is not one of the four.',
			remedy: 'Write *available*, *busy*, *break* or *offline*.',
		},
		{
			messages: ['"…" is not a whole number'],
			cause: '*priority* must be a whole number.',
			remedy: 'Write 1, 2, 3 …; the higher number wins.',
		},
		{
			messages: [
				'"…" means a day off, but the row is a shift: write leave or holiday in the column kind, or offline in the column state',
				'means a day off, and this column is not read. Leave the row out, or write leave in the column kind',
			],
			cause: 'The row has a word for a day off, but looks like a shift.',
			remedy: 'Write `leave` or `holiday` in the column *kind*, or leave the row out.',
		},
		{
			messages: [
				`says "…", and this column is not read. Leave the row out, or name the column under 'Columns With Other Names', as Kind or State`,
				'says "…", and this column is not read. Leave the row out if it does not hold',
				'is not read. Write the break in a row of kind break, or in the columns breakStart and breakEnd',
			],
			cause: 'A column that is not read contains something that may matter.',
		},
		{
			messages: [
				'write "A of A/B from 2026-01-05" for weeks, or "4 on 4 off from 2026-01-05" for days',
				'"…" does not say from when it counts: write "A of A/B from 2026-01-05" for weeks, or "4 on 4 off from 2026-01-05" for days',
				'"…" is not a rotation: write "A of A/B from 2026-01-05" for weeks, or "4 on 4 off from 2026-01-05" for days',
				'has no week …: there are …',
				'names a week twice: …',
				'must have 1 to 400 days, and no run of 0 days',
				'must be one of the … steps of the rotation',
				'counts from a date, without a time',
				'"…" is not a step: write 1 or A for the first',
			],
			cause: 'The rotation is not written in one of the two forms, or the step does not exist in it.',
			remedy: 'Write `A of A/B from 2026-01-05` for weeks or `4 on 4 off from 2026-01-05` for days, and as *step* A, B … or 1, 2 ….',
		},
		{
			messages: [
				'must be one agent: a swap is between two',
				'is empty: write the agent to swap shifts with',
				'is the same agent',
				'"…" is in no other row: an agent who swaps needs shifts',
				'swaps nothing: neither agent has a shift on these days',
			],
			cause: 'A swap is between two agents who both have shifts.',
			remedy: 'Name one agent under *agent*, the other under *with*, and the days in *from* and *until*.',
		},
		{
			messages: [
				'must be empty or *: a row of kind needed is about a number of agents',
				'is empty: write how many agents are needed, such as 3',
				'"…" is not a number of agents: write a whole number, such as 3',
				"The roster says how many agents are needed (…), and so does 'Agents Needed per Interval'. Leave one of them empty",
				`'Hours to Cover', "…": …`,
				`'Agents Needed per Interval', interval …, "…": …`,
			],
			cause: 'The row of kind *needed*, or the interval in the form, does not say how many agents.',
			remedy: 'Write a whole number, and name no agents in such a row.',
		},
		{
			messages: [
				'a row of kind … has no times',
				'has a time, and so has start: write the time in one place',
				'needs dates without times in from and until',
				'both dates are moments at midnight, so the day of the last one is not in it. Write dates without a time if it should be.',
				'needs a time, such as … 09:00',
				'needs a time, such as … 14:00',
			],
			cause: 'The dates or times do not fit this kind of row.',
			remedy: 'Whole days: dates without times in *from* and *until*. Part of a day: a time in both.',
		},
		{
			messages: ['is … characters long, and at most … are read: shorten it'],
			cause: 'The cell is much longer than a cell of a roster.',
			remedy: 'Shorten it, or check whether a longer text was pasted into it.',
		},
		{
			messages: [
				'… is a long number that has lost its last digits on the way. Format the column as text in the sheet',
			],
			cause: 'The sheet rounded a long number, usually an ID.',
		},
		{
			messages: [`No row has the column "…", which 'Columns With Other Names' asks for. The columns are: …`],
			cause: 'A column that you named does not exist.',
			remedy: 'Correct the name; the message lists the columns.',
		},
		{
			messages: [
				'No one was left out.',
				'Left out until this is corrected: ….',
				'… in the roster. See the …. …',
				"… and … more. The operation 'Check Schedule' lists them all.",
			],
			cause: 'Some rows cannot be read, so their agents are left out.',
			remedy: 'Correct the rows that are listed. Other agents are not affected.',
		},
		{
			messages: [
				"Nothing is known about this moment for …: their cell in the grid is empty, or the grid has no such day. They get no state. If empty cells are days off, set 'Empty Cells Mean' to 'Off'.",
				'empty cell',
				'nothing known',
			],
			cause: 'For these agents the grid says nothing about this day.',
		},
		{
			messages: [
				'Evaluate At: …',
				'Last Run: …',
				'… Clear that field, or every run will use the same time.',
				'the expression gave an invalid date',
			],
			cause: '**Evaluate At** is set. It is meant for tests.',
			remedy: 'Clear the field, so that each run uses the current time.',
		},
	],
	'Days, dates and times': [
		{
			messages: [
				'write it as 09:00, 9:00 or 9am',
				'is not a time: write it as 09:00, 9:00 or 9am',
				'"…" is not a time: write it as 09:00, 9:00 or 9am',
				'"…" is not a time of day: write it as 09:00, 9:00 or 9am',
				'has no times: write them as 09:00-17:00',
				'"…" has no times that can be read: write them as 09:00-17:00',
				'"…" is not a time: for a day off write leave in the column kind, or leave the row out',
			],
			cause: 'The cell is not a time.',
			remedy: 'Write 09:00, 9:00 or 9am, or both times in one as 09:00-17:00.',
		},
		{
			messages: [
				'… can be … in decimal hours…: write the time with a colon',
				'1 can be 01:00, or 24:00 in a sheet: write it with a colon',
				'"…" can be a time or a length: write …:00 or "… hours"',
				'"…" can be …, by the clock in UTC or in the time zone: write the time alone',
				'can be …, or … on the next day, after …: write …, or "… (+1)"',
				'can be read in two ways: write 09:00 and 17:00, or 9am and 5pm; for a night, 09:00 and 05:00 (+1)',
				'has am or pm on one side only: write it on both',
			],
			cause: 'The time can be read in two ways, and the node does not guess.',
			remedy: 'Write it with a colon, such as 09:00, or with am and pm on both sides.',
		},
		{
			messages: [
				'ends when it starts: for 24 hours from … write 24h as the end, for a whole day 00:00 and 24:00',
				'24:00 is the end of a day: write 00:00 for its start',
				'… is the end of a day: write … for the start of the next',
			],
			cause: 'Start and end are the same, or midnight is on the wrong side.',
		},
		{
			messages: [
				'is empty: write when it ends, such as 17:00, or how long it is, such as 8h',
				'is empty: write when it starts, such as 09:00…',
				", or OFF for a day off. Of a shift that is only named, write the times under 'Words Stand For'",
				'is empty: write when it ends, with its date',
				'is empty: write how long it is, such as 30 min',
				'is empty: write 12:00, or "4h after start"',
				'is empty: write days such as Mon-Fri, or daily',
			],
			cause: 'The cell is empty, but needs a value.',
		},
		{
			messages: [
				'has two times: write the end alone',
				'is not empty, and … has both times: leave one of them empty',
				'has a date: write one in …, too',
				'has a date, …, and … has another one: write the date in one place',
				'has a date, and … is not empty: write the days in one place',
			],
			cause: 'A date or a time is given in two places.',
			remedy: 'Leave one of them empty.',
		},
		{
			messages: ['is on the next day: write its date in the column from'],
			cause: 'According to the date in its cell, the end is on the next day.',
		},
		{
			messages: [
				'is a date without a time: write it as … 09:00',
				'is a date without a time',
				'is a date of shifts, without a time',
			],
			cause: 'The cell has a date but no time.',
		},
		{
			messages: ['is more than 24 hours after the start: write two rows'],
			cause: 'The shift lasts more than 24 hours.',
		},
		{
			messages: ['"…" has times, and "…" means a day off', '"…" has times that overlap'],
			cause: 'The times in the cell do not fit together.',
			remedy: 'Correct the cell, or write two rows.',
		},
		{
			messages: [
				'must be after the start of the break, and within 12 hours of it',
				'says when the break is and not how long: add the column breakEnd',
				'is …, too long for a break: write 30m',
				'must be the start of one break: write others in rows of kind break',
				'is not empty, and no column says when the break starts',
				'says when the break is and not how long: write it as 12:00-12:30',
				'"…" is not a break: write it as 12:00-12:30',
				'ends when it starts: write how long it is, such as 30 min',
				'is more than 12 hours after the start: write how long it is, such as 30 min',
				'"…" is not a time in a shift: write 12:00, or "4h after start"',
				'"…" is not a stagger: write 15 min, or 15 min x 4',
				'lasts no time at all',
			],
			cause: 'The break of the row is not complete.',
			remedy: 'Write when it begins and how long it is: `12:00-12:30`, or 12:00 and 30m in the columns *breakStart* and *breakEnd*, or a row of kind *break*.',
		},
		{
			messages: [
				'is not a length: write 8h or 480 min',
				'"…" is not a length: write 8h or 480 min',
				'… can be …: write 8h or 480 min',
			],
			cause: 'The duration cannot be read.',
			remedy: 'Write 8h or 480 min.',
		},
		{
			messages: [
				'is not a possible date: write it as 2026-01-05, or 2026-01-05 14:00',
				'is not a date: write it as 2026-01-05, or 2026-01-05 14:00',
				'… is not a date: write it as 2026-01-05, or 2026-01-05 14:00',
				'write it as 2026-01-05, or 2026-01-05 14:00',
				'"…" is not a date that can be read in one way only: write it as 2026-01-05, or 2026-01-05 14:00',
				'"…": …: write it as 2026-01-05, or 2026-01-05 14:00',
				'"…" is not a possible date: write it as 2026-01-05, or 2026-01-05 14:00',
				'is empty: write a date, such as 2026-01-05',
				'must be a date',
			],
			cause: 'The cell is not a date.',
			remedy: 'Write it as 2026-01-05. In a sheet, format the column as a date.',
		},
		{
			messages: [
				`"…" is not a date with the order '…' of 'Dates Are' and of the other dates: write it as 2026-01-05, or 2026-01-05 14:00`,
				`"…" can be …: choose the order in 'Dates Are', or write it as 2026-01-05, or 2026-01-05 14:00`,
				'has dates in different orders, such as "…" and "…": write them all as 2026-01-05',
				'"…": … is another day of the week. Correct one of them',
				'… is not on "…", which stands beside it: correct one of them',
			],
			cause: 'A date such as 11/3/2026 can be March or November; or the weekday next to the date is wrong.',
			remedy: 'Choose the order in **Dates Are**, or correct the date.',
		},
		{
			messages: [
				'is empty: write the last day of it',
				'must be after …',
				'is empty: from has a time, so until needs one',
				'is empty, and from is a moment: write when it ends, or for the whole day the date alone, …',
			],
			cause: '*until* is missing, or is not after *from*.',
			remedy: 'Write the last day. For whole days write dates without times.',
		},
		{
			messages: [
				'"…" is not a month',
				'month … in …',
				'"…" is …',
				'"…" is too long for days: write days as Mon-Fri',
				'"…" is …: write the days in full, or in English as Mon-Fri',
				'"…" is not one day',
				'"…" is not a list of days in any one language: write days as Mon-Fri or Mon, Wed, Fri',
				'"…" is not a day: write days as Mon-Fri or Mon, Wed, Fri',
				'too many days cannot be read. Correct the others first, such as Mon-Fri',
				'"…" was not read: too many days cannot be read. Correct the others first, such as Mon-Fri',
			],
			cause: 'The cell is not a list of days. Short forms may be days in several languages.',
			remedy: 'Write Mon-Fri, or Mon, Wed, Fri.',
		},
		{
			messages: [
				`"…" counts days, and 1 is Monday to some and Sunday to others: write days as Mon-Fri or Mon, Wed, Fri, or set 'Week Starts On'`,
				'"…" must be numbers from 1 to 7: 1 is the first day of the week',
			],
			cause: 'In some countries day 1 is Monday, in others Sunday.',
			remedy: 'Write the days as words, or set **Week Starts On**.',
		},
		{
			messages: [
				'"…" has no summer time: write a place, such as …',
				'"…" is not the name of a place: write …',
				'"…" is used in several places: write … or …',
				'is empty: write a time zone such as Europe/Warsaw',
				'"…" is a fixed offset, not a time zone: it would be wrong by an hour when the clocks change. Write a place, such as Europe/Warsaw',
				'"……" is not a time zone',
				'"…" is not a time zone. Closest names: …',
				'"…" is not a time zone: write a place, such as Europe/Warsaw',
				'"…" is not a time zone',
				'"…" changes its clocks in a way that no place does: use a place, such as Europe/Warsaw',
				'Time zone: …',
			],
			cause: 'The time zone is not the name of a place.',
			remedy: 'Choose it from the list, or write a name such as Europe/Warsaw.',
		},
		{
			messages: [
				"Times are in …, the time zone of this n8n: neither this node nor the workflow has one of its own. If yours is another one, choose it under 'Time Zone Name or ID'.",
			],
			cause: 'Neither the node nor the workflow has a time zone.',
			remedy: 'Choose it under **Time Zone Name or ID**.',
		},
		{
			messages: [
				'starts … min later by the clock, which skips that time',
				'shortened by … min: the clocks change',
				'stretched by … min: the clocks change',
				'ends … min later by the clock, which changes',
				'ends … min earlier by the clock, which changes',
			],
			cause: 'In the column *reason* of a timeline: the clocks change in this shift.',
			remedy: 'Nothing. **When the Clocks Change** says whether a shift keeps its end or its length.',
		},
		{
			messages: [
				'… is not an instant',
				'agent … has more than … shifts and breaks in this time: ask for a shorter one',
			],
			cause: 'The requested period is too long, or is not valid.',
			remedy: 'Choose a shorter period.',
		},
	],
	'Grids and legends': [
		{
			messages: [
				"This table is a grid: it …. Set 'Roster From' to 'A Grid'",
				'has a column for each day or time: …',
				'has a column of days, "…", and no column of agents',
			],
			cause: 'The table has a column for each day, but was read as rows.',
		},
		{
			messages: [
				`This is not a grid: it has a column of days, "…", and a column of agents. Set 'Roster From' to 'Rows of the Input'. …`,
				`This is not a grid: it has the column "…". Set 'Roster From' to 'Rows of the Input'`,
			],
			cause: 'The table has a row for each shift, but was read as a grid.',
		},
		{
			messages: [
				'No column is a day or a time of day. A grid has days across (Mon, 2026-11-23, 23/11), times across (08:00, 08:30) or a column of days. …',
				"No column says which shift each row is. It needs times such as 09:00-17:00, or codes of 'Legend'. The columns beside the days are: …",
				"All cells are empty: it is not clear whether they hold agents or codes. Set 'Cells Hold'",
				`It is not clear whether the cells hold agents or codes, such as "…" in the column "…". Set 'Cells Hold', and add the … or the codes to 'Legend', with their times`,
				"No column is known to hold the agents. Name it in 'Columns With Other Names', 'Agent Column'. The columns are: …",
				"More than one column may hold the agents: …. Name the right one in 'Columns With Other Names', 'Agent Column'",
			],
			cause: 'The node cannot tell which columns are days, agents or shifts.',
			remedy: 'Rename the headings (Mon, or 2026-11-23), or set **Cells Hold** and **Agent Column**.',
		},
		{
			messages: [
				`The column "…" is …. Set 'Dates Are', or write it as …`,
				'Two columns are …: "…" is one of them. Rename or leave out one',
				"The columns … … are days of a month or hours. For days set 'Date in the Grid' to a day in that month; for hours write 08:00",
				"The columns … … are days of a month. Set 'Date in the Grid' to a day in that month",
				'The columns … are the same weekday. Write the headings as dates',
				'Column "…": its dates are not the first days of weeks. Write these, under a heading such as "Week Commencing"',
				'The column "…" has weeks, and "…" days in them. Write the date of each line in one column',
				'The first row is read as headings, and two of them are "…": write days as dates, and give every other column a heading of its own',
				"The columns are weekdays, so … and all shifts repeat every week. If the grid is about one week, set 'Date in the Grid'.",
			],
			cause: 'The headings of the days are not clear.',
			remedy: 'Write dates, such as 2026-11-23, or set **Date in the Grid**.',
		},
		{
			messages: [
				'The columns with times must follow each other at the same distance: "…" and "…" do not. Write each as a range, such as 08:00-08:30',
				'The columns with times cover more than one day',
				'"…" has times or several codes, and the column is a time already: write one code',
			],
			cause: 'The headings are times of day that do not follow one another.',
			remedy: 'Write each as a range, such as 08:00-08:30.',
		},
		{
			messages: [
				"has codes or times, and its heading is not a day: correct it, or add it to 'Columns to Leave Out'",
			],
			cause: 'A heading may be a misspelt day.',
		},
		{
			messages: [
				`"…" has no meaning…: add … to 'Legend'.…`,
				`"…" has no meaning…: add … to 'Legend'.`,
				' Codes without a meaning: …',
			],
			cause: 'A code in the cells has no meaning yet.',
			remedy: 'Add it to **Legend**, such as `E = 07:00-15:00`.',
		},
		{
			messages: [
				'is not text: write a code, or times such as 09:00-17:00',
				'"…" cannot be read',
				'has … and "…", which is all day: write one of them',
				`"…" does not say its times: add "…" with its times to 'Legend', or write them in the cell, such as … 09:00-17:00`,
				'has names, and its line has no shift',
			],
			cause: 'The cell is neither a code nor times.',
			remedy: 'Write a code of the legend, times such as 09:00-17:00, or leave it empty.',
		},
		{
			messages: [
				'…: "…" is in the legend already',
				'has no code: write the letters as in the cells',
				'"…" means "…", which is not a meaning: write one of …, or times such as 07:00-15:00',
				'"…" is not a break: write 11:00 30m',
				'the times of "…": …',
				'the days of "…": …',
				'the break of "…": …',
				'Legend, row …',
				'Legend, entry …',
				"The input 'Legend' has no rows: connect the table of codes to it, or set 'Legend From' to 'The Fields Below'",
			],
			cause: 'A line of the legend cannot be read.',
			remedy: 'Write code and meaning: `E = 07:00-15:00`, `U = leave`.',
		},
		{
			messages: [
				'Read "…" as the agent, and ….',
				'Read "…" as the shift, the cells as agents, and ….',
				'Read "…" as the day, and … as agents.',
				'Read "…" as the day, … as shifts, and the cells as agents.',
				"Read …. If a word means something else, add it to '…'.",
				'… … … not read.',
				"the times as those of every day: set 'Date in the Grid' if they are of one day",
			],
			cause: 'Shows how the grid was read.',
			remedy: 'Check once whether this is right.',
		},
		{
			messages: [
				'One shift has no agent yet, and is left out.',
				'… shifts have no agent yet, and are left out.',
				'"…" has … lines in the grid (rows …). They are read together, and leave in one hides a shift in another. If they are different people, write their names differently.',
			],
			cause: 'There are shifts without an agent, or agents with several lines.',
			remedy: 'Fill in the agent. Write one line for each agent.',
		},
		{
			messages: ['Date in the Grid: …'],
			cause: 'The date in the field cannot be read.',
			remedy: 'Write it as 2026-11-23.',
		},
	],
	'Calendars (ICS)': [
		{
			messages: [
				`There is no text in column "…". Name the calendar's column; the item has: …`,
				`There is no file in field "…". Name the calendar file's field; the item has: …`,
			],
			cause: 'The input has no calendar in this field.',
		},
		{
			messages: [
				"'Agents to Find' is empty. Enter the agents, separated by commas",
				"'Separator' is empty. Enter the text that follows the agent, such as ' - '",
				`'Pattern' is "…". It must have (*) once, in place of the agent, such as "On Call - (*) - *"`,
			],
			cause: 'The settings for finding the agent in an event are incomplete.',
		},
		{
			messages: [
				'is not a calendar: it has no VCALENDAR',
				'is not a line of a calendar: it has no name and colon',
				'stands outside of VCALENDAR',
				'ends something that has not begun',
				'has no END',
				'and more: nothing after this line was read',
				'Letters of the calendar are lost, such as in line …. Save it as UTF-8.',
				'names an agent with letters that are lost: save the calendar as UTF-8',
			],
			cause: 'The file is not a calendar, is damaged, or was saved in another encoding.',
			remedy: 'Export it again as `.ics`, in UTF-8.',
		},
		{
			messages: [
				'The calendar has no events (VEVENT), only ….',
				'Only events (VEVENT) of the calendar are read. Skipped: …, such as line ….',
			],
			cause: 'The calendar has tasks or notes, but no events.',
			remedy: 'Export the calendar with the events.',
		},
		{
			messages: [
				'does not name an agent',
				'… not about anyone in particular and left out, such as line … of the calendar: it names no agent who takes part.',
			],
			cause: 'The event does not say whose shift it is.',
			remedy: 'Name the agent where **Agent Is** looks: title, attendee or organizer.',
		},
		{
			messages: ['Line … of the calendar: … has no email address and was left out.'],
			cause: 'An attendee has no email address.',
			remedy: 'Add the address, or choose another place in **Agent Is**.',
		},
		{
			messages: [`"…" does not stand for a state: add it to 'Words', or choose a state for 'Other Words'`],
			cause: 'The title contains a word that is not a state.',
		},
		{
			messages: [
				'… marked as free time (TRANSP:TRANSPARENT) and left out, such as line … of the calendar.',
				'Line … of the calendar: … has no length, so it was skipped.',
				'Line … of the calendar, …: …. … was skipped, because it … the time asked for.',
			],
			cause: 'Shows which events are left out, and why.',
			remedy: 'Nothing, if this is right.',
		},
		{
			messages: [
				'Line … of the calendar, X-WR-TIMEZONE: "…" is not a time zone. Times that name no zone are read in ….',
				'has a time zone that cannot be read: …',
			],
			cause: 'The calendar names an unknown time zone.',
			remedy: 'Choose the zone in **Time Zone Name or ID**.',
		},
		{
			messages: [
				'is there twice',
				'must be a date, as DTSTART is',
				'must have a time, as DTSTART has',
				'"…" ends before it begins',
				'is missing',
				'cannot stand beside DTEND: remove one of them',
				'is a date, or DTSTART is, and the other has a time',
				'is before DTSTART',
				'must be of whole days, as DTSTART is a date',
				'is not supported: use EXDATE',
				'is not supported in a change to a single date',
				'is not one of the dates of the event, which has another on that day',
				'is not one of the dates of the event',
			],
			cause: 'The event breaks a rule of calendar files.',
			remedy: 'Open the event in the program that made the calendar, save it again, and export the calendar again.',
		},
		{
			messages: [
				'"…" is not a date or time of a calendar',
				'"…" is not a possible date',
				'"…" is not a date alone, although VALUE=DATE says so',
				'"…" is not a time of day',
				'"…" is not a duration that a shift can have',
				'"…" is longer than a century',
				'an onset has no zone',
			],
			cause: 'A date, a time or a duration of the event is damaged.',
			remedy: 'Open the event in the program that made the calendar, save it again, and export the calendar again.',
		},
		{
			messages: [
				'… is not supported: a rule may have FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, INTERVAL, COUNT, UNTIL, BYMONTH, BYDAY, BYMONTHDAY, BYSETPOS and WKST',
				'a rule may have FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, INTERVAL, COUNT, UNTIL, BYMONTH, BYDAY, BYMONTHDAY, BYSETPOS and WKST',
				'FREQ=… is not supported: a rule may have FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, INTERVAL, COUNT, UNTIL, BYMONTH, BYDAY, BYMONTHDAY, BYSETPOS and WKST',
				'INTERVAL=… is not a number of periods',
				'WKST=… is not a day',
				'BYDAY=… is not supported in a … rule',
				'BYMONTH=… is not a month',
				'BYMONTHDAY=… is not a day of a month',
				'BYMONTHDAY has no meaning in a weekly rule',
				'BYSETPOS=… is not a position',
				'has both COUNT and UNTIL',
				'COUNT=… is not a number of times',
			],
			cause: 'The event repeats by a rule that is not supported or is damaged.',
			remedy: 'Repeat it daily, weekly, monthly or yearly, or enter single events.',
		},
		{
			messages: [
				'COUNT=… is more than …: give it an UNTIL instead',
				'COUNT=… is not reached within 100 years: give it an UNTIL instead',
				'COUNT=… takes too long to count, after the other rules of this calendar: give it an UNTIL instead',
			],
			cause: 'The event repeats too often to count.',
		},
	],
	'Shifts of other services': [
		{
			messages: ['There are no items. Connect the node that gives the shifts'],
			cause: 'The previous node returned no items.',
		},
		{
			messages: [
				"The items do not have the form of any of these services: …. The first item has: …. Choose the service in 'Items Of', or choose 'Rows of the Input' in 'Roster From'",
				"is not an item of …. Choose its service in 'Items Of'",
				'cannot be read: …',
			],
			cause: 'The items do not come from the service that you chose.',
		},
		{
			messages: [
				"Rows of the Input were found to be items of ….… To choose how they are read, set 'Roster From' to 'Items of Another Service'.",
				" 'Columns With Other Names' was not needed.",
				'The items were read as …: … and ….',
				'Left out: ….…',
				'… of which … gives the length but not the time. These agents are not put on break.',
				" If the title or the organizer is the agent, choose so in 'Event Is About'.",
			],
			cause: 'Shows how the items were read, and what was left out: open shifts, drafts, deleted or declined ones.',
			remedy: 'Nothing, if this is right.',
		},
		{
			messages: [
				`it is not clear from the … "…" whether it is work. Add it to 'Words Mean'`,
				`it is not clear what its activity code "…" means. Add the code to 'Words Mean', or give the node the activity codes of the business unit as items, too`,
			],
			cause: 'The title or the code may mean work or time off.',
			remedy: 'Add it under **Words Mean**, with its state.',
		},
		{
			messages: [
				`is about "…", which is the name of several people. Choose the email address or the ID in 'Agent Is'`,
			],
			cause: 'Two people have this name.',
		},
		{
			messages: [
				'it is an event that repeats. Let the Google Calendar node give each date of it',
				'it is an event that repeats. Ask for a calendar view, which has each date of it',
				"Some events of Microsoft Outlook are simplified: they do not say whether they repeat, are cancelled, or are free time, and were read as if not. Turn 'Simplify' off in the Microsoft Outlook node.",
				"it may be for whole days or from midnight to midnight. Turn 'Simplify' off in the Microsoft Outlook node",
			],
			cause: 'The calendar node returns a repeating event only once, or leaves out information that is needed.',
			remedy: 'Change the setting that the message names in the calendar node.',
		},
		{
			messages: ['its list of attendees is incomplete (attendeesOmitted)'],
			cause: 'Google returned only some of the attendees.',
			remedy: 'Raise *Max Attendees* in the Google Calendar node.',
		},
		{
			messages: [
				'it lasts more than … days',
				'it ends when it starts, or before',
				'its start is not a date',
				'its end is not a date',
				'it ends before it starts',
				'has no length',
				'its break has no time that can be read',
				'its time zone …',
				'"…" is not a date and time',
			],
			cause: 'The times of an entry are missing, or cannot be right.',
			remedy: 'Correct the entry in the service.',
		},
	],
	'Findings of Check Schedule': [
		{
			messages: ['…: "…" (…) and "…" (…) overlap…'],
			cause: 'Two entries ask for different states at the same time.',
			remedy: 'Nothing, if one is meant to override the other: *priority* and the kind of row decide which.',
		},
		{
			messages: ['has no row of kind "agent", as others have', "is not among 'Known Agents'"],
			cause: 'The agent is unknown, usually because of a typing error.',
			remedy: 'Correct the name, or add the agent.',
		},
		{
			messages: [
				'never happens: no day fits it',
				'does not fall into a shift',
				'has no effect: other entries override it at all times',
			],
			cause: 'The row never has an effect.',
			remedy: 'Correct its days or times, or delete it.',
		},
		{
			messages: [
				'… ended more than … days ago: ……. … no effect any more. Delete what is over, or correct the dates',
			],
			cause: 'Some rows are in the past.',
		},
		{
			messages: ['"…" (…) lasts … hours, …. If it should not, look at its start and end'],
			cause: 'A shift is very long; its end is probably wrong.',
		},
		{
			messages: [
				'nobody is',
				'none of … needed agents is',
				'only … of … needed agents is',
				'only … of … needed agents are',
			],
			cause: 'There are fewer agents than needed.',
			remedy: 'Add shifts, or lower the number needed.',
		},
		{
			messages: [
				'… and … both say how many agents must be … from … to …. Only the later one counts. If both are meant, write their sum in one of them',
			],
			cause: 'Two rows say how many agents are needed at the same time.',
		},
		{
			messages: [
				'these are the changes of the last … minutes, and an earlier run may have put them out already',
				'n8n does not remember manual runs, so these are the changes of the last … minutes. When a trigger starts the workflow, you get the changes since the previous run.',
			],
			cause: '*Get Changes* has no earlier run to compare with.',
			remedy: 'Nothing. In the published workflow it compares with the previous run.',
		},
		{
			messages: ["'Begin Days Ago' is not a number"],
			cause: 'The field takes a number.',
			remedy: 'Write a number of days.',
		},
	],
	'Schedule Adherence': [
		{
			messages: [
				'The input Actual has no row of …. Their time is unknown. If the names differ, use the same IDs on both sides.',
				'The timeline does not have …: nothing is scheduled for them.',
				"several agents of … have this name: …. Use the agents' IDs in the roster",
				'Excused: no agent is called …. These rows have no effect.',
			],
			cause: 'A name in one input is not in the other.',
			remedy: "Use the agents' IDs in both inputs.",
		},
		{
			messages: [
				'… % of the scheduled time (…) is unknown: of …. It counts neither as in nor as out of adherence.',
				"…: not one of the states available, busy, break and offline. That time is unknown, unless you say under 'States That Count as the Same' which one it counts as.",
				'Rows of … say that the agent could not be read. That time is unknown.',
				'Rows of Actual contradict each other for …: two states at the same time. That time is unknown.',
				'Nothing is known of … at this moment, although something is scheduled for them.',
			],
			cause: "For some time the agent's state is not known.",
			remedy: 'Look at the rows of these agents in the input *Actual*. Unknown time is left out of both figures.',
		},
		{
			messages: [
				'The timeline begins at midnight, while … may have been at work already. Start it a day earlier, so that shifts over midnight are complete.',
			],
			cause: 'A night shift begins on the day before.',
			remedy: 'Increase **Begin Days Ago** of the timeline by one.',
		},
		{
			messages: [
				'… of the schedule are still to come, and do not count yet.',
				'Rows of … are about the future. They were left out; check the time zone of the input Actual.',
				"Days and times are in the agents' own time zones, as in the timeline, and not in …: ….",
				'The rows of Actual end at …, … ago. The answer is for that moment.',
			],
			cause: 'Shows which time the figures cover.',
			remedy: 'Nothing, if this is right; otherwise check the time zone of the input *Actual*.',
		},
		{
			messages: [
				"no agent is named. If the column has a name of its own, give it in 'Columns of Actual'. The columns are: …",
				"the row has no time. Give the column in 'Columns of Actual'. The columns are: …",
				'"…": "…" has no time of day',
				'"until" is before "from"',
				'is not a date and time: write it as 2026-11-24 09:00, or with an offset as 2026-11-24T09:00:00+01:00',
				'write it as 2026-11-24 09:00, or with an offset as 2026-11-24T09:00:00+01:00',
				'"…" is not a date and time: write it as 2026-11-24 09:00, or with an offset as 2026-11-24T09:00:00+01:00',
			],
			cause: 'A row of the input *Actual* cannot be read.',
			remedy: 'Name the columns under **Columns of Actual**, and write times with a date.',
		},
		{
			messages: ['"who" is empty; write * for all agents', '"until" is not after "from"'],
			cause: 'A row of the input *Excused* cannot be read.',
			remedy: 'Write the agent under *who* (`*` for all), *from* and *until*.',
		},
		{
			messages: [
				'no agent is named. The columns "agentId" or "agent" must have one; the columns are: …',
				'the column "desiredState" is empty. Connect the output Timeline of Shift Schedule here',
				'"desiredState": "…" is not one of available, busy, break and offline',
				'"start" and "end" need a time of day, such as 2026-11-24 09:00',
				'"end" is before "start"',
				'"end" is more than … days after "start". Check the years',
				'it overlaps row …, which wants another state at the same time. Connect one timeline, in which an agent is once',
			],
			cause: 'A row of the input *Scheduled* cannot be read.',
			remedy: 'Connect the output *Timeline* of Shift Schedule (*Preview Timeline*), and nothing else.',
		},
		{
			messages: [
				"'Evaluate At' must be a date and time, such as 2026-11-24T09:00",
				`'Kinds' has "…". It must be one of: …`,
				"'…' must be a number of minutes, 0 or more",
				`'States That Count as the Same' has the group "…". A group needs two words or more, and one of them must be available, busy, break or offline`,
				'Other Tolerances (Minutes), …',
			],
			cause: 'A field of the node holds a value that it does not accept.',
			remedy: 'Correct the field.',
		},
		{
			messages: [
				'One row could not be read. See the error items. Left out until this is corrected: ….',
				'… rows could not be read. See the error items. Left out until this is corrected: ….',
			],
			cause: 'Some rows could not be read, so their agents are left out.',
			remedy: 'Correct the rows in the error items.',
		},
		{
			messages: ["The output is for …, not for now, because 'Evaluate At' is set."],
			cause: '**Evaluate At** is set. It is meant for tests.',
			remedy: 'Clear the field.',
		},
		{
			messages: [
				'…: … of … out of adherence beyond the tolerance, … within it.',
				'……, adherence …, conformance …, … (…).',
				'……, adherence …, conformance …, ….',
				' … more within the tolerance.',
			],
			cause: 'A summary of the result.',
			remedy: 'Nothing.',
		},
	],
};
