using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// The policies of this package, in the order in which they are asked; how their options are written is generated here, too.
/// </summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(AllowListPolicyOptions))]
[JsonSerializable(typeof(FormPolicyOptions))]
[JsonSerializable(typeof(BlockListPolicyOptions))]
[JsonSerializable(typeof(LinkPolicyOptions))]
[JsonSerializable(typeof(TextShapePolicyOptions))]
[JsonSerializable(typeof(DisposableEmailPolicyOptions))]
[JsonSerializable(typeof(TrustPolicyOptions))]
[JsonSerializable(typeof(DuplicatePolicyOptions))]
[JsonSerializable(typeof(ClosedTopicsPolicyOptions))]
[JsonSerializable(typeof(OldPostPolicyOptions))]
[JsonSerializable(typeof(OffTopicPolicyOptions))]
[JsonSerializable(typeof(OffensivePolicyOptions))]
[JsonSerializable(typeof(LearningPolicyOptions))]
internal sealed partial class PackagePolicies : JsonSerializerContext
{
    public static void AddTo(BlogKitBuilder builder)
    {
        builder.AddModerationPolicy<AllowListPolicy, AllowListPolicyOptions>(
            "allow-list", static (section, options) => section.Bind(options), static () => Default.AllowListPolicyOptions);
        builder.AddModerationPolicy<FormPolicy, FormPolicyOptions>(
            "form", static (section, options) => section.Bind(options), static () => Default.FormPolicyOptions);
        builder.AddModerationPolicy<BlockListPolicy, BlockListPolicyOptions>(
            "block-list", static (section, options) => section.Bind(options), static () => Default.BlockListPolicyOptions);
        builder.AddModerationPolicy<LinkPolicy, LinkPolicyOptions>(
            "links", static (section, options) => section.Bind(options), static () => Default.LinkPolicyOptions);
        builder.AddModerationPolicy<TextShapePolicy, TextShapePolicyOptions>(
            "text-shape", static (section, options) => section.Bind(options), static () => Default.TextShapePolicyOptions, "Shape");
        builder.AddModerationPolicy<DisposableEmailPolicy, DisposableEmailPolicyOptions>(
            "disposable-email", static (section, options) => section.Bind(options), static () => Default.DisposableEmailPolicyOptions);
        builder.AddModerationPolicy<TrustPolicy, TrustPolicyOptions>(
            "trust", static (section, options) => section.Bind(options), static () => Default.TrustPolicyOptions);
        builder.AddModerationPolicy<DuplicatePolicy, DuplicatePolicyOptions>(
            "duplicates", static (section, options) => section.Bind(options), static () => Default.DuplicatePolicyOptions);
        builder.AddModerationPolicy<ClosedTopicsPolicy, ClosedTopicsPolicyOptions>(
            "closed-topics", static (section, options) => section.Bind(options), static () => Default.ClosedTopicsPolicyOptions);
        builder.AddModerationPolicy<OldPostPolicy, OldPostPolicyOptions>(
            "old-post", static (section, options) => section.Bind(options), static () => Default.OldPostPolicyOptions, "OldPosts");
        builder.AddModerationPolicy<OffTopicPolicy, OffTopicPolicyOptions>(
            "off-topic", static (section, options) => section.Bind(options), static () => Default.OffTopicPolicyOptions);
        builder.AddModerationPolicy<OffensivePolicy, OffensivePolicyOptions>(
            "offensive", static (section, options) => section.Bind(options), static () => Default.OffensivePolicyOptions);
        builder.AddModerationPolicy<LearningPolicy, LearningPolicyOptions>(
            "learning",
            static (section, options) =>
            {
                section.Bind(options);
                options.ReadMutedTeachers(section);
            },
            static () => Default.LearningPolicyOptions);
    }
}
