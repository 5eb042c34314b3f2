using System.Text.Json;
using BlogKit.Moderation;
using Microsoft.Extensions.Configuration;

namespace BlogKit.Internal;

/// <summary>A policy without options that a set asks in one of its modes, <see cref="PolicySetOptions.Hold"/>.</summary>
internal sealed class HoldDescriptor(HoldMode mode, IModerationPolicy policy)
    : ModerationPolicyDescriptor(policy.Name, nameof(PolicySetOptions.Hold), policy.GetType(), optionsType: null)
{
    public override JsonElement? FindSettings(PolicySetOptions set) => null;

    internal override IModerationPolicy? Create(PolicySetOptions set, IServiceProvider services) => set.Hold == mode ? policy : null;

    internal override void Bind(IConfiguration configuration, PolicySetOptions set)
    {
    }

    internal override void Check(PolicySetOptions set, string path, ICollection<string> failures)
    {
    }
}
