// Calls everything the package autopilot-api offers, as its README shows it, and prints what came of each call.
'use strict';

const Autopilot = require('autopilot-api');
const { API_KEY, ENDPOINT, SEGMENT, HOOK_URL } = process.env;
const autopilot = new Autopilot(API_KEY, ENDPOINT);
const results = {};

async function call(name, promise) {
    const { status, data } = await promise.catch((error) => error.response || { status: 0, data: String(error) });
    results[name] = { status, data };
    return data;
}

async function everything() {
    const bob = { FirstName: 'Bob', LastName: 'Barker', Email: 'bob+tv@example.com', custom: { 'string--Show': 'Price' } };
    await call('contacts.upsert one', autopilot.contacts.upsert(bob));
    await call('contacts.upsert many', autopilot.contacts.upsert(
        Array.from({ length: 100 }, (_, i) => ({ Email: `c${i}@example.com` }))));
    await call('contacts.get by email', autopilot.contacts.get('bob+tv@example.com'));
    await call('contacts.get by id', autopilot.contacts.get(results['contacts.upsert one'].data.contact_id));
    await call('contacts.get unknown', autopilot.contacts.get('nobody@example.com'));
    const page = await call('contacts.list', autopilot.contacts.list());
    await call('contacts.list next', autopilot.contacts.list(page.bookmark));
    await call('contacts.unsubscribe', autopilot.contacts.unsubscribe('bob+tv@example.com'));
    await call('contacts.fields', autopilot.contacts.fields());

    const list = await call('lists.insert', autopilot.lists.insert('Animal Rights Supporters'));
    await call('lists.list', autopilot.lists.list());
    await call('lists.has before', autopilot.lists.has(list.list_id, 'bob+tv@example.com'));
    await call('lists.add', autopilot.lists.add(list.list_id, 'bob+tv@example.com'));
    await call('lists.has', autopilot.lists.has(list.list_id, 'bob+tv@example.com'));
    await call('lists.roster', autopilot.lists.roster(list.list_id));
    await call('lists.remove', autopilot.lists.remove(list.list_id, 'bob+tv@example.com'));

    await call('smartSegments.list', autopilot.smartSegments.list());
    await call('smartSegments.roster', autopilot.smartSegments.roster(SEGMENT));

    const journeys = await call('journeys.list', autopilot.journeys.list());
    await call('journeys.add', autopilot.journeys.add(journeys.triggers[0].trigger_id, 'bob+tv@example.com'));

    await call('account.get', autopilot.account.get());

    const hook = await call('restHooks.register', autopilot.restHooks.register('contact_added', HOOK_URL));
    await call('restHooks.list', autopilot.restHooks.list());
    await call('restHooks.unregister', autopilot.restHooks.unregister(hook.hook_id));
    await call('restHooks.deleteAll', autopilot.restHooks.deleteAll());

    await call('contacts.delete', autopilot.contacts.delete('bob+tv@example.com'));
    await new Promise((resolve) => autopilot.lists.list((error, response) => {
        results['with a callback'] = { status: response.status, data: String(error) };
        resolve();
    }));
    await new Promise((resolve) => autopilot.contacts.get('nobody@example.com', (error, response) => {
        results['with a callback, refused'] = { status: response.status, data: error.message };
        resolve();
    }));
    console.log(JSON.stringify(results));
}

everything();
