using System.Text.Json;
using BlogKit.Moderation;

namespace BlogKit.AspNetCore.Internal;

/// <summary>The options of a set of policies as configuration names them.</summary>
internal static class PolicySettings
{
    private const int LongestValue = 300;

    /// <summary>Every setting with its value now and in each preset.</summary>
    public static ImmutableArray<PolicySetting> Read(PolicySetOptions live, ImmutableArray<ModerationPolicyDescriptor> policies)
    {
        var now = Flatten(live, policies);
        var presets = PoliciesModel.Presets.Select(preset =>
        {
            var options = new PolicySetOptions();
            options.UsePreset(preset);
            return Flatten(options, policies);
        }).ToImmutableArray();
        return
        [
            .. now.Keys
                .Concat(presets.SelectMany(static p => p.Keys))
                .Distinct(StringComparer.Ordinal)
                .Where(static k => k is not "Preset")
                .Order(StringComparer.Ordinal)
                .Select(
                    key => new PolicySetting(key, now.GetValueOrDefault(key, ""), [.. presets.Select(p => p.GetValueOrDefault(key, ""))])),
        ];
    }

    private static Dictionary<string, string> Flatten(PolicySetOptions options, ImmutableArray<ModerationPolicyDescriptor> policies)
    {
        var flat = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(flat, "", JsonSerializer.SerializeToElement(options, DeskJson.Default.PolicySetOptions));
        foreach (var policy in policies)
        {
            if (policy.FindSettings(options) is { } settings)
            {
                Add(flat, policy.Section, settings);
            }
        }

        return flat;
    }

    private static void Add(Dictionary<string, string> flat, string key, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Add(flat, key.Length == 0 ? member.Name : $"{key}:{member.Name}", member.Value);
                }

                break;
            case JsonValueKind.Array:
                flat[key] = Shorten(string.Join(", ", value.EnumerateArray().Select(static v => v.ToString())));
                break;
            case JsonValueKind.Null:
                flat[key] = "null";
                break;
            default:
                flat[key] = Shorten(value.ToString());
                break;
        }
    }

    private static string Shorten(string text) =>
        text.Length <= LongestValue ? text : text[..(char.IsHighSurrogate(text[LongestValue - 1]) ? LongestValue - 1 : LongestValue)] + "…";
}
