package dev.laurel.scoring.tiers.stream;

import dev.laurel.contracts.Topics;
import dev.laurel.outbox.Outbox;
import dev.laurel.programfeed.ProgramFeed;
import dev.laurel.scoring.tiers.Census;
import dev.laurel.scoring.tiers.Ladders;
import dev.laurel.scoring.tiers.Prospects;
import dev.laurel.scoring.tiers.TierKeeper;
import dev.laurel.scoring.tiers.Tiers;
import dev.laurel.topics.RecordCodec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In: {@link Topics#PROGRAMS}. Out: {@link Topics#TIERS}. */
@Configuration(proxyBeanMethods = false)
class TiersStream {

    @Bean
    Ladders ladders(ProgramFeed feed) {
        return new PublishedLadders(feed);
    }

    @Bean
    Prospects prospects(Tiers tiers) {
        return new Prospects(tiers);
    }

    @Bean
    Census census(Tiers tiers) {
        return new Census(tiers);
    }

    @Bean
    TierKeeper tierKeeper(Ladders ladders, Tiers tiers, Outbox outbox, RecordCodec codec) {
        return new TierKeeper(ladders, tiers, new AnnouncedTiers(outbox, codec));
    }
}
