using Microsoft.AspNetCore.Authorization;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Asks what the signed-in user may do in the blog that is mapped where they knock.</summary>
internal sealed class DeskRoleRequirement(Func<Actor, bool> isMet) : IAuthorizationRequirement
{
    public bool IsMetBy(Actor actor) => isMet(actor);
}
