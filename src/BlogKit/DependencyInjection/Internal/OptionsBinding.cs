using Microsoft.Extensions.Configuration;

namespace BlogKit.Internal;

/// <summary>Reads all options from a section of the configuration, a preset before what changes it.</summary>
internal static class OptionsBinding
{
    public static void Bind(IConfiguration section, BlogKitOptions options)
    {
        PolicySetBinding.ApplyPreset(section.GetSection("Moderation"), options.Moderation);
        section.Bind(options);
        PolicySetBinding.ReadShadows(section.GetSection("Moderation:Shadow"), options.Moderation);
    }
}
