package org.himaya;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The package as a program in Java uses it. */
class JavaTest {
    private static final String TEXT = "this is our secret, don't tell your mum";

    @Test
    void messagesAndConversations() throws BuildException, StoreException {
        try (Guard guard = Guard.builder().ageBand(AgeBand.FROM_13_TO_15).build();
                Conversations conversations = Conversations.inMemory()) {
            Finding finding = guard.assessMessage(TEXT).getTopFinding();
            var span = finding.getSpans().get(0);
            assertTrue(TEXT.substring(span.getFirst(), span.getLast() + 1).contains("secret"));

            conversations.setContact("ben", new Contact(Relation.STRANGER));
            Observation seen = conversations.observe(guard, "ben", TEXT, Role.COUNTERPART, 0L);
            assertTrue(seen instanceof Observation.Kept);
            conversations.observe(guard, "ben", new Message("no", Role.PROTECTED));
            assertEquals(1, conversations.explain(guard, "ben").getReceived());

            Conversation conversation = new Conversation();
            assertEquals(Status.COMPLETE, guard.observe(conversation, TEXT).getStatus());
        }
    }

    @Test
    void pictures() throws Exception {
        byte[] bytes = Files.readAllBytes(
                Path.of(System.getProperty("himaya.root"), "examples/data/pictures/astronaut.jpg"));
        try (Guard guard = new Guard()) {
            ImageResult now = guard.assessImageBlocking(Picture.encoded(bytes));
            assertEquals(now, guard.assessImageAsync(Picture.encoded(bytes)).get());
            if (now instanceof ImageResult.Refused refused) {
                throw new AssertionError(refused.getMessage());
            }
        }
    }

    @Test
    void streams() throws Exception {
        var changes = new ArrayList<StreamChange>();
        try (Guard guard = new Guard();
                var stream = new StreamAnalyzer(guard, new StreamConfig(1f), changes::add)) {
            var frame = new Frame(Picture.argb(new int[64], 8, 8), 0);
            assertEquals(FrameOutcome.CLASSIFIED, stream.pushBlocking(frame));
            assertTrue(changes.isEmpty());
        }
    }

    @Test
    void careAndAccountability() throws Exception {
        try (Guard guard = new Guard()) {
            Assessment threat = guard.assessMessage("pay me or i send your pics to everyone");
            Messages messages = Messages.forLanguages(List.of("en-GB"));
            Addressee child = new Addressee(AgeBand.FROM_13_TO_15);
            Notice notice = messages.notice(threat, Reader.APPROACHED, child);
            assertEquals("notice-sextortion", notice.getKey());
            HelpService service = new HelpServices().lookup("GB").get(0);
            if (service.getReach().get(0) instanceof Reach.Web web) {
                assertTrue(web.getUrl().startsWith("http"));
            }

            Policy policy = new Policy("teen");
            DigestBuilder digests = new DigestBuilder(policy.delay(AgeBand.FROM_13_TO_15));
            assertEquals(Urgency.NOW, digests.record(threat).getUrgency());
            assertEquals(1, digests.digest().getItems().size());

            Ledger ledger = new Ledger();
            String id = ledger.record(threat);
            assertEquals(
                    Category.SEXTORTION,
                    ledger.contest(id, ContestReason.KNOWN_PERSON, policy).getCategory());
            var report = new TransparencyReport(List.of(ledger), policy);
            assertEquals(1, report.getTotal().getContested());

            ReportDraft draft = new ReportDraft(PersonRole.GUARDIAN);
            draft.observe(threat);
            assertTrue(draft.toJson().contains("left_to_reviewer"));
            assertEquals("grooming", Meaning.of(Category.GROOMING).getSlug());
        }
    }

    @Test
    void errorsAreChecked() {
        BuildException thrown = assertThrows(
                PolicyException.class, () -> Guard.builder().policy("nonsense").build());
        assertTrue(thrown.getMessage().contains("line 1"));
    }
}
