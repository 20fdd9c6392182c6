package org.handbell.cases;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import org.handbell.contract.start.DatabaseStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CaseConfiguration {

    private static final Logger log = LoggerFactory.getLogger(CaseConfiguration.class);
    private static final int LAST_SENDS_SECONDS = 12;
    private static final int LISTENERS_AT_ONCE = 4;
    private static final int LISTENERS_WAITING = 1_000;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    static FlywayMigrationStrategy databaseFirst(
            @Value("${spring.datasource.url}") String address) {
        return flyway -> {
            DatabaseStart.require(
                    "case-service", flyway.getConfiguration().getDataSource(), address, "cases");
            flyway.migrate();
        };
    }

    /// Runs the listeners behind the outbox. Few at once, since each holds a connection while it
    /// waits for the broker. What does not fit into the queue is dropped here, because it is not
    /// lost: its publication stays in the registry and is submitted again.
    @Bean
    static ThreadPoolTaskExecutor applicationTaskExecutor() {
        var executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("outbox-");
        executor.setCorePoolSize(LISTENERS_AT_ONCE);
        executor.setMaxPoolSize(LISTENERS_AT_ONCE);
        executor.setQueueCapacity(LISTENERS_WAITING);
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(LAST_SENDS_SECONDS);
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        return executor;
    }

    /// At the end, and before database and producer close, what runs may finish; what only waits is
    /// left to the next start.
    @Bean
    static ApplicationListener<ContextClosedEvent> leaveTheRest(
            ThreadPoolTaskExecutor applicationTaskExecutor) {
        return _ -> {
            applicationTaskExecutor.getThreadPoolExecutor().getQueue().clear();
            applicationTaskExecutor.shutdown();
        };
    }

    /// Named, since with a scheduler beside it Spring would not find the executor and start a
    /// thread for each event. A listener that fails loses nothing: one line, and the outbox tries
    /// again.
    @Bean
    static AsyncConfigurer listeners(ThreadPoolTaskExecutor applicationTaskExecutor) {
        return new AsyncConfigurer() {
            @Override
            public Executor getAsyncExecutor() {
                return applicationTaskExecutor;
            }

            @Override
            public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
                return (failure, method, _) -> warn(method.getDeclaringClass(), failure);
            }
        };
    }

    /// Only our own messages are known to hold no person.
    private static void warn(Class<?> listener, Throwable failure) {
        var ours = failure.getClass().getName().startsWith("org.handbell.");
        log.warn(
                "{} failed, its publication stays in the outbox: {}",
                listener.getSimpleName(),
                ours ? failure.getMessage() : failure.getClass().getSimpleName());
    }
}
