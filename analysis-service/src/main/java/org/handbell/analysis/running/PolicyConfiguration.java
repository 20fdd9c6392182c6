package org.handbell.analysis.running;

import java.nio.file.Path;
import java.util.List;
import org.handbell.analysis.AnalysisSettings;
import org.handbell.analysis.judge.Judges;
import org.handbell.analysis.policy.PolicyPacks;
import org.handbell.analysis.policy.YamlPacks;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PolicySettings.class)
class PolicyConfiguration {

    /// A pack with an error stops the start.
    @Bean
    RunningJudge runningJudge(Judges judges, AnalysisSettings analysis, PolicySettings policy) {
        return new RunningJudge(judges.over(packs(analysis, policy)));
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    ShadowJudge shadowJudge(Judges judges, PolicySettings policy, PolicyMetrics metrics) {
        var shadow = new ShadowJudge(metrics);
        var file = policy.shadow();
        if (file != null) {
            shadow.replace(judges.over(candidate(file)));
        }
        return shadow;
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    PackWatch packWatch(
            Judges judges,
            AnalysisSettings analysis,
            PolicySettings policy,
            RunningJudge running,
            ShadowJudge shadow,
            PolicyMetrics metrics) {
        var watch = new PackWatch(policy.lookAgain(), metrics);
        if (policy.packs() != null) {
            watch.add(
                    "handbell.policy.packs",
                    List.of(policy.packs()),
                    () -> running.replace(judges.over(packs(analysis, policy))));
        }
        var file = policy.shadow();
        if (file != null) {
            watch.add(
                    "handbell.policy.shadow",
                    List.of(folder(file)),
                    () -> shadow.replace(judges.over(candidate(file))));
        }
        return watch;
    }

    private static PolicyPacks packs(AnalysisSettings analysis, PolicySettings policy) {
        var own = pattern(policy.packs());
        return own == null
                ? new YamlPacks().read(analysis.packs())
                : new YamlPacks().read(analysis.packs(), own);
    }

    private static @Nullable String pattern(@Nullable Path folder) {
        return folder == null ? null : "file:" + folder.toAbsolutePath() + "/pack-*.yml";
    }

    /// It judges all posts, from whatever day it is to be in force.
    private static PolicyPacks candidate(Path file) {
        return new YamlPacks().read("file:" + file.toAbsolutePath());
    }

    private static Path folder(Path file) {
        var folder = file.toAbsolutePath().getParent();
        return folder == null ? file : folder;
    }
}
