package org.handbell.cases.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.handbell.cases.policy.PolicyText.UnfitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTextTest {

    @Test
    void paragraphsAreWhatEmptyLinesAndItemsPartAndBrokenLinesAreJoined() throws Exception {
        assertThat(
                        PolicyText.ofText(
                                "# Our rules\n\nBe kind to\neach other.\n\nNever post:\n- names of pupils\n* pictures\n1. marks\n2.3 logos"))
                .containsExactly(
                        "Our rules",
                        "Be kind to each other.",
                        "Never post:",
                        "names of pupils",
                        "pictures",
                        "1. marks",
                        "2.3 logos");
    }

    @Test
    void ofHtmlOnlyTheWordsAreKept() throws Exception {
        var html =
                "<html><head><title>T</title></head><body><h1>Rules</h1><script>alert(1)</script>"
                        + "<div>Before<p>Be <b>kind</b>.</p>after</div><ul><li>No names<ul><li>no pictures</li></ul></li></ul></body></html>";
        assertThat(PolicyText.ofFile("p.HTML", html.getBytes(StandardCharsets.UTF_8)))
                .containsExactly("Rules", "Before", "Be kind.", "after", "No names", "no pictures");
    }

    @Test
    void htmlThatIsNestedWithoutEndIsStillRead() throws Exception {
        var html = "<div>".repeat(100_000) + "deep";
        assertThat(PolicyText.ofFile("p.html", html.getBytes(StandardCharsets.UTF_8)))
                .containsExactly("deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy.pdf", "policy.docx", "policy", "policy.txt.exe"})
    void otherFilesAreRefusedWithWhatToDoInstead(String name) {
        assertThatThrownBy(() -> PolicyText.ofFile(name, "words".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnfitException.class)
                .hasMessageContaining("paste");
    }

    @Test
    void aFileThatIsNotWhatItsNameSaysIsRefused() {
        byte[][] contents = {
            {'P', 'K', 3, 4, 0, 0}, "Schön".getBytes(StandardCharsets.ISO_8859_1), {(byte) 0xff, 0}
        };
        for (var content : contents) {
            assertThatThrownBy(() -> PolicyText.ofFile("policy.txt", content))
                    .isInstanceOf(UnfitException.class)
                    .hasMessageContaining("not what its name says");
        }
    }

    @Test
    void tooMuchAndNothingAreRefused() {
        assertThatThrownBy(() -> PolicyText.ofFile("p.txt", new byte[PolicyText.MOST_BYTES + 1]))
                .hasMessageContaining("1 MB");
        assertThatThrownBy(() -> PolicyText.ofText(" \n\n ")).hasMessageContaining("no words");
        assertThatThrownBy(() -> PolicyText.ofText("a\n\n".repeat(PolicyText.MOST_PARAGRAPHS + 1)))
                .hasMessageContaining("2,000");
    }
}
