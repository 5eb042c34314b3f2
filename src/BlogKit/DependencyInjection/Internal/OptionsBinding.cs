using BlogKit.Moderation;
using Microsoft.Extensions.Configuration;

namespace BlogKit.Internal;

/// <summary>Reads all options from a section of the configuration, a preset before what changes it.</summary>
internal static class OptionsBinding
{
    public static void Bind(IConfiguration section, BlogKitOptions options, IReadOnlyCollection<ModerationPolicyDescriptor> policies)
    {
        PolicySetBinding.ApplyPreset(section.GetSection("Moderation"), options.Moderation);
        section.Bind(options);
        if (options.Moderation is null)
        {
            // The validator says what is missing.
            return;
        }

        PolicySetBinding.BindPolicies(section.GetSection("Moderation"), options.Moderation, policies, ofBlog: true);
        PolicySetBinding.ReadShadows(section.GetSection("Moderation:Shadow"), options.Moderation, policies);
    }
}
