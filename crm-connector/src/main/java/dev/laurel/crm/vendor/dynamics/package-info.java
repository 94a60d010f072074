/** The Web API of Dataverse, which Dynamics 365 keeps its contacts in. */
@NullMarked
package dev.laurel.crm.vendor.dynamics;

import org.jspecify.annotations.NullMarked;
