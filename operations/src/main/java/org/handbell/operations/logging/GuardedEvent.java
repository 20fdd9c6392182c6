package org.handbell.operations.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/// A log line as it may be written. Our own words stay; a known library's lose addresses; of any
/// other only the constant text is kept, without what was filled in.
final class GuardedEvent implements ILoggingEvent {

    static final String WITHHELD = "(words of a library, withheld)";

    private final ILoggingEvent original;
    private final String message;
    private final @Nullable IThrowableProxy failure;

    GuardedEvent(ILoggingEvent original) {
        this.original = original;
        this.failure = GuardedThrowable.of(original.getThrowableProxy());
        this.message =
                GuardedThrowable.without(
                        GuardedThrowable.unwritten(original.getThrowableProxy()), words(original));
    }

    private static String words(ILoggingEvent event) {
        if (Authors.ours(event.getLoggerName())) {
            return String.valueOf(event.getFormattedMessage());
        }
        if (Authors.knownLogger(event.getLoggerName())) {
            return Addresses.masked(String.valueOf(event.getFormattedMessage()));
        }
        return isTemplate(event) ? Addresses.masked(event.getMessage()) : WITHHELD;
    }

    /// With arguments beside it, the text is a constant of the library's code.
    private static boolean isTemplate(ILoggingEvent event) {
        var arguments = event.getArgumentArray();
        return arguments != null
                && arguments.length > 0
                && event.getMessage() != null
                && event.getMessage().contains("{}");
    }

    @Override
    public String getFormattedMessage() {
        return message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public Object @Nullable [] getArgumentArray() {
        return null;
    }

    @Override
    public @Nullable IThrowableProxy getThrowableProxy() {
        return failure;
    }

    @Override
    public Map<String, String> getMDCPropertyMap() {
        return original.getMDCPropertyMap().entrySet().stream()
                .filter(field -> LogFields.WRITTEN.contains(field.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<String, String> getMdc() {
        return getMDCPropertyMap();
    }

    @Override
    public @Nullable List<KeyValuePair> getKeyValuePairs() {
        return Authors.ours(original.getLoggerName()) ? original.getKeyValuePairs() : null;
    }

    @Override
    public @Nullable List<Marker> getMarkerList() {
        return null;
    }

    @Override
    public String getThreadName() {
        return original.getThreadName();
    }

    @Override
    public Level getLevel() {
        return original.getLevel();
    }

    @Override
    public String getLoggerName() {
        return original.getLoggerName();
    }

    @Override
    public LoggerContextVO getLoggerContextVO() {
        return original.getLoggerContextVO();
    }

    @Override
    public StackTraceElement[] getCallerData() {
        return original.getCallerData();
    }

    @Override
    public boolean hasCallerData() {
        return original.hasCallerData();
    }

    @Override
    public long getTimeStamp() {
        return original.getTimeStamp();
    }

    @Override
    public int getNanoseconds() {
        return original.getNanoseconds();
    }

    @Override
    public long getSequenceNumber() {
        return original.getSequenceNumber();
    }

    @Override
    public void prepareForDeferredProcessing() {
        original.prepareForDeferredProcessing();
    }
}
