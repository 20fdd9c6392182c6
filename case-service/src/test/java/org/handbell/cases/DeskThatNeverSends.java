package org.handbell.cases;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.handbell.cases.publishing.Outgoing;
import org.handbell.contract.Event;
import org.handbell.contract.wire.Wire;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// A desk in a process of its own that stops for ever where it would send: the moment between
/// commit and send lasts until it is killed.
public final class DeskThatNeverSends {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(CaseApplication.class, DeskThatNeverSends.class)
                .run(arguments);
    }

    @Bean
    @Primary
    Outgoing stuck() {
        return new Outgoing() {
            @Override
            public <E extends Event> void send(
                    Wire<E> wire, List<E> events, Function<? super E, Optional<String>> traces) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted", e);
                }
            }
        };
    }
}
