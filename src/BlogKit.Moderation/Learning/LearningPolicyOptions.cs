using BlogKit.Moderation.Internal;
using Microsoft.Extensions.Configuration;

namespace BlogKit.Moderation;

/// <summary>The options of <see cref="LearningPolicy"/>, the learning spam filter.</summary>
public sealed class LearningPolicyOptions : ModerationPolicyOptions
{
    private const string WhatTeachersAre = "must be the key of a moderator, such as author:ID or user:KEY";

    private const double NearlyCertain = 0.98;

    /// <summary>The probability of spam from which on a comment is held; 0.5 to 1. Default 0.55.</summary>
    public double HoldAt { get; set; } = 0.55;

    /// <summary>The probability of spam from which on a comment is spam; 0.5 to 1, not below <see cref="HoldAt"/>. Default 0.95.</summary>
    public double SpamAt { get; set; } = 0.95;

    /// <summary>
    /// The number of comments of either kind that it must have learned from the blog before it says anything; 1 to 10,000. Default 20.
    /// </summary>
    public int MinimumLessons { get; set; } = 20;

    /// <summary>The number of features a finding names, the weightiest first; 0 to 50. Default 8.</summary>
    public int ExplainedFeatures { get; set; } = 8;

    /// <summary>
    /// Whether every model begins with the lessons that come with BlogKit (English comments of our own invention). Default true.
    /// </summary>
    public bool StarterLessons { get; set; } = true;

    /// <summary>Whether a blog with few lessons also listens to the model trained for all blogs. Default false.</summary>
    public bool SharedPrior { get; set; }

    /// <summary>
    /// The size of the table: two to the power of this many cells of 12 bytes; 12 to 22. Another value makes the filter learn anew. Default
    /// 18 (3 MB a blog).
    /// </summary>
    public int TableBits { get; set; } = 18;

    /// <summary>
    /// The number of characters of a text that are read, three quarters of them from its beginning, the rest from its end; 200 to 20,000.
    /// Another value makes the filter learn anew. Default 2,000.
    /// </summary>
    public int LongestText { get; set; } = 2000;

    /// <summary>
    /// The number of further lessons after which a lesson counts half; 100 to 1,000,000. Another value makes the filter learn anew. Default
    /// 10,000.
    /// </summary>
    public int HalfLife { get; set; } = 10_000;

    /// <summary>
    /// The number of the last lessons that can be taken back, and calibrate the probability; a quarter of the places is kept for the rarer
    /// kind. Default 1,000 (about 1 MB a blog).
    /// </summary>
    public int UndoableLessons { get; set; } = 1000;

    /// <summary>
    /// The number of comments of one writer (told by account, address of mail or of network) that teach within <see cref="WriterWindow"/>;
    /// 1 to 1,000. Default 10.
    /// </summary>
    public int LessonsPerWriter { get; set; } = 10;

    /// <summary>The time in which <see cref="LessonsPerWriter"/> counts; an hour to 365 days. Default 30 days.</summary>
    public TimeSpan WriterWindow { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// The number of lessons one moderator gives in 24 hours; 1 to 10,000. More decisions of theirs are carried out, but not learned from.
    /// Default 500.
    /// </summary>
    public int LessonsPerModeratorPerDay { get; set; } = 500;

    /// <summary>Moderators whose decisions teach nothing, by <see cref="ModerationRecord.ActorKey"/>. Default none.</summary>
    public IList<ActorKey> MutedTeachers { get; } = [];

    /// <summary>
    /// The number of lessons after which the model is saved; 1 to 1,000. What is not saved is learned again from the log. Default 10.
    /// </summary>
    public int SaveEvery { get; set; } = 10;

    /// <summary>
    /// The number of records of the log that are caught up with before one decision; 100 to 100,000. The rest follows with the next.
    /// Default 1,000.
    /// </summary>
    public int RecordsPerDecision { get; set; } = 1000;

    /// <summary>The number of models kept in memory, those used last; 1 to 10,000. Default 64.</summary>
    public int BlogsInMemory { get; set; } = 64;

    // The binder that is made at compile time knows a few types by name and passes over a list of any other.
    internal void ReadMutedTeachers(IConfiguration section)
    {
        var list = section.GetSection(nameof(MutedTeachers));
        if (!string.IsNullOrEmpty(list.Value))
        {
            throw new InvalidOperationException($"{list.Path} must be a list of keys of actors, not '{list.Value}'.");
        }

        foreach (var entry in list.GetChildren())
        {
            MutedTeachers.Add(ActorKey.TryParse(entry.Value, out var key) && IsTeacher(key)
                ? key
                : throw new InvalidOperationException($"{entry.Path} {WhatTeachersAre}, not '{entry.Value}'."));
        }
    }

    internal ModelShape Shape => new(TableBits, LongestText, HalfLife, UndoableLessons, StarterLessons);

    /// <inheritdoc/>
    public override void UsePreset(ModerationPreset preset)
    {
        Enabled = preset is not ModerationPreset.None;
        (HoldAt, SpamAt) = preset switch
        {
            ModerationPreset.Relaxed => (NearlyCertain, NearlyCertain),
            ModerationPreset.Strict => (0.5, 0.9),
            _ => (HoldAt, SpamAt),
        };
    }

    /// <inheritdoc/>
    public override void Check(string path, ICollection<string> failures)
    {
        OptionChecks.CheckRange(failures, $"{path}:{nameof(HoldAt)}", HoldAt, 0.5, 1);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(SpamAt)}", SpamAt, 0.5, 1);
        if (SpamAt < HoldAt)
        {
            failures.Add($"{path}:{nameof(SpamAt)} must not be below {path}:{nameof(HoldAt)}.");
        }

        OptionChecks.CheckRange(failures, $"{path}:{nameof(MinimumLessons)}", MinimumLessons, 1, 10_000);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(ExplainedFeatures)}", ExplainedFeatures, 0, 50);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(TableBits)}", TableBits, 12, 22);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(LongestText)}", LongestText, 200, 20_000);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(HalfLife)}", HalfLife, 100, 1_000_000);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(UndoableLessons)}", UndoableLessons, 100, 10_000);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(LessonsPerWriter)}", LessonsPerWriter, 1, 1000);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(WriterWindow)}", WriterWindow, TimeSpan.FromHours(1), TimeSpan.FromDays(365));
        OptionChecks.CheckRange(failures, $"{path}:{nameof(LessonsPerModeratorPerDay)}", LessonsPerModeratorPerDay, 1, 10_000);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(SaveEvery)}", SaveEvery, 1, 1000);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(RecordsPerDecision)}", RecordsPerDecision, 100, 100_000);
        OptionChecks.CheckRange(failures, $"{path}:{nameof(BlogsInMemory)}", BlogsInMemory, 1, 10_000);
        foreach (var key in MutedTeachers.Where(static key => !IsTeacher(key)))
        {
            failures.Add($"{path}:{nameof(MutedTeachers)}: each {WhatTeachersAre}, not '{key}'.");
        }
    }

    // A text of no known form equals nobody: it would mute nobody, and nobody would hear of it.
    private static bool IsTeacher(ActorKey key) => key.Kind is ActorKind.Author or ActorKind.User or ActorKind.System;
}
