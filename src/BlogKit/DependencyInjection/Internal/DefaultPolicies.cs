using System.Text.Json.Serialization;
using BlogKit.Moderation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BlogKit.Internal;

/// <summary>
/// The policies that a blog is never without, in the order in which they are asked; how their options are written is generated here, too.
/// </summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(BanPolicyOptions))]
[JsonSerializable(typeof(FloodPolicyOptions))]
internal sealed partial class DefaultPolicies : JsonSerializerContext
{
    public static void AddTo(BlogKitBuilder builder)
    {
        builder.AddModerationPolicy<BanPolicy, BanPolicyOptions>(
            "bans", static (section, options) => section.Bind(options), static () => Default.BanPolicyOptions);
        builder.Services.AddSingleton<ModerationPolicyDescriptor>(new HoldDescriptor(HoldMode.All, new HoldAllPolicy()));
        builder.Services.AddSingleton<ModerationPolicyDescriptor>(new HoldDescriptor(HoldMode.FirstComment, new HoldFirstPolicy()));
        builder.AddModerationPolicy<FloodPolicy, FloodPolicyOptions>(
            "flood", static (section, options) => section.Bind(options), static () => Default.FloodPolicyOptions);
    }
}
