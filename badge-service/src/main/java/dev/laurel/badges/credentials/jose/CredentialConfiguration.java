package dev.laurel.badges.credentials.jose;

import dev.laurel.badges.catalogue.Catalogues;
import dev.laurel.badges.credentials.Achievements;
import dev.laurel.badges.credentials.Issuer;
import dev.laurel.badges.credentials.Signatory;
import dev.laurel.badges.credentials.jdbc.SigningKeys;
import dev.laurel.badges.secrets.SecretBox;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Who issues credentials, and who signs them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CredentialProperties.class)
class CredentialConfiguration {

    @Bean
    Issuer issuer(CredentialProperties properties) {
        return new Issuer(properties.issuerUrl());
    }

    @Bean
    Achievements achievements(Catalogues catalogues) {
        return new Achievements(catalogues);
    }

    @Bean
    Signatory signatory(
            CredentialProperties properties,
            Issuer issuer,
            SigningKeys keys,
            JsonMapper json,
            Clock clock) {
        byte[] key = properties.key();
        return new JoseSignatory(
                issuer,
                keys,
                key == null ? null : new SecretBox(key),
                properties.keyLifetime(),
                properties.algorithm(),
                json,
                clock);
    }
}
