package dev.laurel.badges.credentials;

import dev.laurel.badges.awards.AwardChange;
import dev.laurel.badges.credentials.Signatory.NoKeyException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All credentials. */
public interface Credentials {

    /**
     * The credential of an award, which is issued now if it was not before and the member has the
     * badge. Asked for twice it is the same, until it is revoked.
     *
     * @param publicId by which the award is known in public
     * @return the token: of a revoked award the last one that was issued for it, if there is any
     * @throws NoKeyException if one would have to be signed and can't be
     */
    Optional<String> of(UUID publicId) throws NoKeyException;

    /**
     * Revokes the credentials of awards that are revoked, for ever, within the caller's
     * transaction, which holds the awards' rows.
     */
    void revoke(List<AwardChange> changes);

    /**
     * Positions of revoked credentials in a status list, from 0.
     *
     * @return empty for a list that no credential points to
     */
    Optional<Collection<Integer>> revoked(long list);
}
