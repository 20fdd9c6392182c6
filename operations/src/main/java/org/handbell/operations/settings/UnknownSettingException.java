package org.handbell.operations.settings;

import java.util.Map;
import java.util.stream.Collectors;

/// Variables of the environment, or properties of the virtual machine, that begin as Handbell's do
/// and that nothing reads.
final class UnknownSettingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param nearest each unknown name, and the known one that looks most like it
    UnknownSettingException(Map<String, String> nearest) {
        super(
                nearest.entrySet().stream()
                        .map(unknown ->
                                "%s is read by nothing; did you mean %s?"
                                        .formatted(unknown.getKey(), unknown.getValue()))
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }
}
