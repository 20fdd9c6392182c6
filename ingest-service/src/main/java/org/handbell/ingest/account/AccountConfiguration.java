package org.handbell.ingest.account;

import org.handbell.ingest.IngestMetrics;
import org.handbell.ingest.stream.StreamClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    Accounts accounts() {
        return new Accounts();
    }

    @Bean
    AccountsStream accountsStream(StreamClient clients, Accounts accounts, IngestMetrics metrics) {
        return new AccountsStream(clients, accounts, metrics);
    }
}
