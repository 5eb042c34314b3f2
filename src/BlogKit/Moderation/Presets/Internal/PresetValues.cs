namespace BlogKit.Internal;

/// <summary>The values of the presets; <c>docs/moderation/presets.md</c> lists them for people.</summary>
internal static class PresetValues
{
    private const double NearlyCertain = 0.98;

    public static void Apply(ModerationPreset preset, PolicySetOptions set)
    {
        SetDefaults(set);
        switch (preset)
        {
            case ModerationPreset.Relaxed:
                Relax(set);
                break;
            case ModerationPreset.Strict:
                Tighten(set);
                break;
            case ModerationPreset.HoldAll:
                set.Hold = HoldMode.All;
                break;
            case ModerationPreset.None:
                SwitchOff(set);
                break;
        }
    }

    private static void SetDefaults(PolicySetOptions set)
    {
        set.Hold = HoldMode.FirstComment;
        set.Rules = new CombinationOptions();
        set.AllowList = new AllowListPolicyOptions();
        set.BlockList = new BlockListPolicyOptions();
        set.Bans = new BanPolicyOptions();
        set.Links = new LinkPolicyOptions();
        set.Shape = new TextShapePolicyOptions();
        set.Duplicates = new DuplicatePolicyOptions();
        set.Flood = new FloodPolicyOptions();
        set.Form = new FormPolicyOptions();
        set.DisposableEmail = new DisposableEmailPolicyOptions();
        // Newcomers wait because of Hold; here only strikes count.
        set.Trust = new TrustPolicyOptions { KnownFrom = 0 };
        set.OldPosts = new OldPostPolicyOptions();
        set.ClosedTopics = new ClosedTopicsPolicyOptions();
        set.OffTopic = new OffTopicPolicyOptions();
        set.Offensive = new OffensivePolicyOptions();
        set.Learning = new LearningPolicyOptions();
    }

    private static void Relax(PolicySetOptions set)
    {
        set.Hold = HoldMode.None;
        set.Links.HoldAbove = 5;
        set.Links.SpamAbove = 15;
        set.Links.SameHostAbove = null;
        set.Shape.Enabled = false;
        set.DisposableEmail.Enabled = false;
        set.OffTopic.Enabled = false;
        set.OldPosts.Enabled = false;
        set.Offensive.MildTargeted = ModerationOutcome.Approve;
        set.Offensive.StrongTargeted = ModerationOutcome.Approve;
        set.Learning.HoldAt = NearlyCertain;
        set.Learning.SpamAt = NearlyCertain;
    }

    private static void Tighten(PolicySetOptions set)
    {
        set.Rules = new CombinationOptions { HoldAt = 0.6, SpamAt = 1.5, RejectAt = 3 };
        set.Links.HoldAbove = 1;
        set.Links.SpamAbove = 5;
        set.Links.SameHostAbove = 1;
        set.Trust = new TrustPolicyOptions { KnownFrom = 3 };
        set.OldPosts.Age = TimeSpan.FromDays(30);
        set.OffTopic.OffTopicAt = 0.8;
        set.OffTopic.ScoreFrom = 0.65;
        set.Offensive.Untargeted = ModerationOutcome.Hold;
        set.Learning.HoldAt = 0.5;
        set.Learning.SpamAt = 0.9;
        set.DisposableEmail.Outcome = ModerationOutcome.Spam;
    }

    private static void SwitchOff(PolicySetOptions set)
    {
        set.Hold = HoldMode.None;
        set.AllowList.Enabled = false;
        set.BlockList.Enabled = false;
        set.Bans.Enabled = false;
        set.Links.Enabled = false;
        set.Shape.Enabled = false;
        set.Duplicates.Enabled = false;
        set.Flood.Enabled = false;
        set.Form.Enabled = false;
        set.DisposableEmail.Enabled = false;
        set.Trust.Enabled = false;
        set.OldPosts.Enabled = false;
        set.ClosedTopics.Enabled = false;
        set.OffTopic.Enabled = false;
        set.Offensive.Enabled = false;
        set.Learning.Enabled = false;
    }
}
