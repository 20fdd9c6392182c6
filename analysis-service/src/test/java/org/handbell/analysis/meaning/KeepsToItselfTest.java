package org.handbell.analysis.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// ONNX Runtime reports to its maker from 1.29.0 on, on Linux too and unless told not to; before,
/// its libraries for Linux and macOS had nothing to do so with. What posts say of people is read
/// here: a version that can call home is not taken.
class KeepsToItselfTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linux-x64/libonnxruntime.so",
                "linux-aarch64/libonnxruntime.so",
                "osx-aarch64/libonnxruntime.dylib"
            })
    void theLibraryHasNothingToReportWith(String library) throws IOException {
        // Not assertThat(text): a failure would print 25 MB.
        var text = text(library);
        assertThat(text.contains("OrtGetApiBase")).as("is the library").isTrue();
        assertThat(text.contains("OneCollector")).as("names a collector").isFalse();
        assertThat(text.contains("ORT_DISABLE_TELEMETRY")).as("can be told not to").isFalse();
    }

    private static String text(String library) throws IOException {
        var name = "ai/onnxruntime/native/" + library;
        try (var in = KeepsToItselfTest.class.getClassLoader().getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
