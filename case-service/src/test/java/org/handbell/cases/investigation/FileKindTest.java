package org.handbell.cases.investigation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileKindTest {

    @Test
    void theContentSaysWhatAFileIs() {
        assertThat(FileKind.of("%PDF-1.7 …".getBytes(UTF_8))).contains(FileKind.PDF);
        assertThat(FileKind.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}))
                .contains(FileKind.PNG);
        assertThat(FileKind.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}))
                .contains(FileKind.JPEG);
        assertThat(FileKind.of("Plain „words“\r\n\tand more".getBytes(UTF_8)))
                .contains(FileKind.TEXT);
    }

    @Test
    void nothingElseIsTaken() {
        assertThat(FileKind.of(new byte[] {'M', 'Z', 0, 3})).isEmpty();
        assertThat(FileKind.of(new byte[] {'P', 'K', 3, 4})).isEmpty();
        assertThat(FileKind.of(new byte[] {(byte) 0xff, (byte) 0xfe, 'a'})).isEmpty();
        assertThat(FileKind.of(new byte[0])).isEmpty();
    }

    @Test
    void aNameKeepsNoPathAndHasTheEndingOfItsContent() {
        assertThat(AttachedFiles.name("C:\\a\\..\\letter.exe", FileKind.PDF))
                .isEqualTo("letter.pdf");
        assertThat(AttachedFiles.name("../../../etc/x\r\ny.html", FileKind.TEXT))
                .isEqualTo("x__y.txt");
        assertThat(AttachedFiles.name("", FileKind.PNG)).isEqualTo("file.png");
        assertThat(AttachedFiles.name("…", FileKind.PNG)).doesNotContain("/");
        assertThat(AttachedFiles.name("a".repeat(500), FileKind.JPEG)).hasSize(124);
    }
}
