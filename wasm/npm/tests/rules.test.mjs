// Rules, conversations, words for people: the same in both entries.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import * as full from 'himaya';
import * as slim from 'himaya/slim';
import { APPROACH, repositoryFile } from './setting.mjs';

before(() => Promise.all([full.load(), slim.load()]));

for (const [entry, himaya] of Object.entries({ himaya: full, 'himaya/slim': slim })) {
  describe(entry, () => {
    const { Conversation, DigestBuilder, Guard, HelpServices, Thread } = himaya;

    test('the version is that of the workspace', () => {
      const [, version] = repositoryFile('Cargo.toml').match(/^version = "(.+)"$/m);
      assert.equal(himaya.version(), version);
      assert.ok(himaya.isLoaded());
    });

    test('the risk of a conversation rises with its pattern and is explained without words', () => {
      const guard = new Guard({ ageBand: '10-12' });
      const conversation = new Conversation({ relation: 'stranger' });
      const start = 1_800_000_000;
      const assessments = guard.observeAll(
        conversation,
        APPROACH.map((text, minute) => ({ text, time: start + 60 * minute })),
      );
      const last = assessments.at(-1);
      assert.equal(assessments[0].action, 'allow');
      assert.ok(last.risk > 0.5 && last.risk > assessments[0].risk, `risk ${last.risk}`);
      assert.notEqual(last.action, 'allow');
      assert.equal(last.message_key, 'notice-grooming');
      assert.equal(last.deterrence_key, 'deterrence-grooming');
      const explanation = guard.explain(conversation);
      assert.equal(explanation.risk, last.risk);
      assert.equal(explanation.received, APPROACH.length);
      const times = explanation.timeline.map(({ time }) => time);
      assert.ok(times.every((time) => time >= start && time <= start + 60 * APPROACH.length));
      assert.ok(explanation.contributions.some(({ behavior }) => behavior === 'secrecy'));
      const said = JSON.stringify([assessments, explanation]);
      for (const text of APPROACH) assert.ok(!said.includes(text));
    });

    test('a conversation goes on from its bytes', () => {
      const guard = new Guard();
      const before = new Conversation({ relation: 'known', childrenContacted: 3, utcOffset: -90 });
      for (const text of APPROACH) guard.observe(before, { text });
      before.noteDeleted('counterpart');
      const bytes = before.toBytes();
      assert.ok(bytes.length <= 512);
      const after = Conversation.from(bytes);
      assert.deepEqual(after.contact, { relation: 'known', childrenContacted: 3, utcOffset: -90 });
      assert.deepEqual([after.received, after.sent, after.deleted], [APPROACH.length, 0, 1]);
      const message = { text: 'hello?', role: 'counterpart' };
      assert.equal(guard.observe(after, message).risk, guard.observe(before, message).risk);
      after.setContact({ relation: 'family' });
      assert.deepEqual(after.contact, { relation: 'family' });
      bytes[20] ^= 1;
      assert.throws(() => Conversation.from(bytes), himaya.ConversationError);
    });

    test('times may be dates', () => {
      const guard = new Guard();
      const [one, other] = [new Conversation(), new Conversation()];
      for (const [at, text] of APPROACH.entries()) {
        guard.observe(one, { text, time: 1_800_000_000 + 7200 * at });
        guard.observe(other, { text, time: new Date(1000 * (1_800_000_000 + 7200 * at)) });
      }
      assert.deepEqual(guard.explain(one), guard.explain(other));
    });

    test('a thread tells its people apart', () => {
      const guard = new Guard();
      const thread = new Thread(guard, { protected: 'Mia' });
      thread.setContact('Tom', { relation: 'known' });
      for (const text of APPROACH) thread.observe({ from: 'somebody', text });
      thread.observe({ from: 'Mia', text: 'no' });
      const calm = thread.observe({ from: 'Tom', text: 'see you at practice tomorrow' });
      assert.ok(calm.risk < 0.2, `risk ${calm.risk}`);
      assert.ok(thread.explain('somebody').risk > 0.5);
      assert.equal(thread.explain('somebody').sent, 1);
      assert.equal(thread.explain('nobody'), undefined);
    });

    test('spans count UTF-16 code units', () => {
      const text = '👋🏽 are you home alone? 👋🏽';
      const { findings } = new Guard().assessMessage(text);
      const [{ start, end }] = findings[0].spans;
      assert.equal(text.slice(start, end), 'are you home alone');
    });

    test('the policy in force, its file, what may not be meant and its lock', () => {
      const guard = new Guard({ ageBand: '13-15' });
      const table = guard.policy();
      assert.equal(table.age_band, guard.ageBand);
      assert.equal(table.name, 'teen');
      assert.deepEqual(Object.keys(table.delay).sort(), [...himaya.URGENCIES].sort());
      assert.ok(table.thresholds.some(({ category }) => category === 'sextortion'));
      const own = himaya.presetText('child').replace('on_failure = "closed"', 'on_failure = "open"');
      assert.ok(himaya.checkPolicy(own).some(({ kind }) => kind === 'fails_open'));
      const lock = himaya.lockPolicy('child', 'guardian');
      new Guard({ policy: 'child', policyLock: lock });
      assert.throws(() => new Guard({ policy: own, policyLock: lock }), {
        name: 'PolicyError',
        message: /the guardian locked policy `child`/,
      });
    });

    test('what could not be checked is decided by the policy', () => {
      const { action, status } = new Guard({ ageBand: '10-12' }).assessFailure('image_unreadable');
      assert.deepEqual([action, status], ['blur', 'failed']);
      const text = 'a'.repeat(200);
      const cut = new Guard({ maxMessageBytes: 100 }).assessMessage(text);
      assert.deepEqual(cut.status_reasons, ['message_truncated']);
    });

    test('there are words for the keys of assessments, for each reader and language', () => {
      const languages = himaya.messageLanguages();
      assert.ok(languages.length >= 2 && languages.includes('ar'));
      for (const language of languages) {
        const messages = himaya.messages(language, { ageBand: '10-12', gender: 'feminine' });
        const notice = messages.forKey('notice-grooming');
        assert.equal(notice.language, language);
        assert.equal(notice.right_to_left, messages.rightToLeft);
        assert.ok(notice.title && notice.body && notice.step);
        assert.equal(messages.forKey('notice-grooming', 'simple').body, undefined);
        assert.equal(messages.forKey('notice-grooming', 'disabled'), undefined);
        assert.ok(messages.notice('guardian', 'self_harm').title);
        for (const word of [
          messages.behavior('secrecy'),
          messages.stage('isolation'),
          messages.category('grooming'),
          messages.action('blur'),
          messages.cause({ cue: 'night' }),
          messages.cause({ tone: null }),
          messages.cause({ context: 'protected' }),
          messages.unchecked('image').step,
          messages.monitoringNotice().title,
          messages.digestDelay(3).text,
        ]) {
          assert.match(word, /\S/);
        }
        messages.free();
      }
      const messages = himaya.messages(['xx', 'ar-EG', 'en']);
      assert.equal(messages.language, 'ar');
      assert.equal(messages.forKey('no-such-key'), undefined);
      assert.equal(messages.text('no-such-key'), undefined);
    });

    test('there are help services, and a host may bring its own', () => {
      const [first] = himaya.helpServices('GB', { language: 'en', ageBand: '10-12' });
      assert.equal(first.country, 'GB');
      assert.ok('web' in first.reach[0], 'what nobody confirmed is reached by its web address');
      assert.deepEqual(himaya.suitableHelp('approached', 'sextortion'), ['child', 'image_removal']);
      const list = new HelpServices();
      const { id } = list.toConfirm().find(({ country }) => country === 'GB');
      list.confirm(`[confirmed]\n${id} = 2026-11-30`);
      assert.equal(list.all().find((service) => service.id === id).verified, '2026-11-30');
      assert.throws(() => list.extend('nonsense'), himaya.DataError);
      assert.ok(list.lookup('GB').length > 0);
    });

    test('a guardian learns what kind of help is needed, and no word', () => {
      const guard = new Guard({ ageBand: '16-17' });
      const digest = new DigestBuilder(guard);
      const conversation = new Conversation({ relation: 'stranger' });
      const now = 1_800_000_000;
      const recorded = guard
        .observeAll(conversation, [...APPROACH, ...APPROACH].map((text) => ({ text })))
        .map((assessment) => digest.record(assessment, now))
        .filter(Boolean);
      assert.ok(recorded.length > 0);
      assert.equal(recorded[0].category, 'grooming');
      assert.ok(recorded[0].wait_hours > 0, 'at 16 a young person may tell it first');
      assert.deepEqual(digest.digest(now).items, []);
      const kept = new DigestBuilder(guard, digest.toJson());
      const week = kept.digest(now + 3 * 86_400);
      assert.equal(week.items[0].category, 'grooming');
      const text = himaya.messages('en', { ageBand: '16-17' }).digest(week);
      assert.match(text, /\S/);
      for (const message of APPROACH) assert.ok(!text.includes(message));
      assert.throws(() => new DigestBuilder(guard, '{'), himaya.DataError);
    });

    test('what is wrong is thrown as an error of its own type that says what would be right', () => {
      const guard = new Guard();
      for (const [type, message, call] of [
        [himaya.PolicyError, /unknown age band `12`; use one of 0-5/, () => new Guard({ ageBand: '12' })],
        [himaya.ArgumentError, /unknown field `age`, expected one of/, () => new Guard({ age: 12 })],
        [himaya.ArgumentError, /unknown variant `x`, expected one of/, () => guard.assessFailure('x')],
        [himaya.PolicyError, /^line 1: /, () => new Guard({ policy: 'rows = 1' })],
        [himaya.BuildError, /^conversation weights: /, () => new Guard({ conversationWeights: 'x' })],
        [himaya.ArgumentError, /unknown variant/, () => himaya.messages('en', { gender: 'x' })],
        [himaya.StateError, /it was freed/, () => (guard.free(), guard.assessMessage('hi'))],
      ]) {
        assert.throws(call, (error) => {
          assert.ok(error instanceof type && error instanceof himaya.HimayaError, error.name);
          assert.equal(error.name, type.name);
          assert.match(error.message, message);
          return true;
        });
      }
    });

    test('handles are disposed of by `using`', () => {
      const guard = new Guard();
      guard[Symbol.dispose]();
      assert.throws(() => guard.policy(), himaya.StateError);
      guard.free();
    });
  });
}

test('the declared vocabulary is that of the core', async () => {
  const glue = await import(new URL('himaya_slim.js', import.meta.resolve('himaya/slim')));
  const words = JSON.parse(glue.vocabulary());
  const declared = {
    Action: slim.ACTIONS,
    AgeBand: slim.AGE_BANDS,
    Behavior: slim.BEHAVIORS,
    Category: slim.CATEGORIES,
    Cue: slim.CUES,
    Gender: slim.GENDERS,
    HelpAudience: slim.HELP_AUDIENCES,
    InputType: slim.INPUT_TYPES,
    InterventionLevel: slim.INTERVENTION_LEVELS,
    LockedBy: slim.LOCKED_BY,
    Origin: slim.ORIGINS,
    Preset: slim.PRESETS,
    Reader: slim.READERS,
    Relation: slim.RELATIONS,
    Stage: slim.STAGES,
    Status: slim.STATUSES,
    StatusReason: slim.STATUS_REASONS,
    Urgency: slim.URGENCIES,
  };
  assert.deepEqual(declared, words);
});
