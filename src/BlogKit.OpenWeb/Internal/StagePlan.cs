namespace BlogKit.OpenWeb.Internal;

/// <summary>
/// Decides what an editing program's words about stage, audience and date come to, before anything is written: every pair of a stage a post
/// has now and one that is asked for has its line, and what cannot be done as asked is refused. What is not said stays, and nothing becomes
/// more public than it is said to be.
/// </summary>
internal sealed class StagePlan
{
    // Clocks differ by so much; whoever may not choose a date means "now" then.
    private static readonly TimeSpan Now = TimeSpan.FromMinutes(5);

    private readonly Post? _post;
    private readonly EditorPost _input;
    private readonly Actor _actor;
    private readonly DateTimeOffset _now;
    private readonly PostStatus _stage;
    private readonly DateTimeOffset? _at;

    private StagePlan(Post? post, EditorPost input, Actor actor, DateTimeOffset now)
    {
        _post = post;
        _input = input;
        _actor = actor;
        _now = now;
        _stage = post?.GetStatusAt(now) ?? PostStatus.Draft;
        _at = MeantDate();
    }

    /// <summary>The steps to take after the content is saved.</summary>
    /// <param name="post">The post as it is; null for a new one.</param>
    /// <param name="input">What is asked for.</param>
    /// <param name="actor">Who asks, in the blog.</param>
    /// <param name="now">The time.</param>
    public static Result<ImmutableArray<StageStep>> Make(Post? post, EditorPost input, Actor actor, DateTimeOffset now) =>
        new StagePlan(post, input, actor, now).Decide();

    private bool IsToCome => _at > _now;

    private Result<ImmutableArray<StageStep>> Decide()
    {
        if (_at is not null && !(IsToCome ? _actor.CanPublish : _actor.CanEditOthers))
        {
            return NotAllowed("You may not choose the date of publication.");
        }

        if (_input.ClearsDate)
        {
            return _stage is not (PostStatus.Draft or PostStatus.PendingReview)
                ? Conflict("The date of a post that is {from} cannot be taken away.", ("from", Words(_stage)))
                : _input is { Stage: null, Audience: not EditorAudience.Private } ? Steps(new StageStep(StageStepKind.SetDate))
                : Conflict("The date cannot be taken away while the stage changes.");
        }

        if (_input.Audience is EditorAudience.Protected && _post?.Visibility is not PostVisibility.Password)
        {
            return Refused("A post is protected by its password, which cannot be set here.");
        }

        return _input switch
        {
            { Audience: EditorAudience.Private } => MakePrivate(),
            { Stage: EditorStage.Draft } => Draft(),
            { Stage: EditorStage.Review } => Review(),
            { Stage: EditorStage.Published } => Publish(),
            _ when _post is null => Publish(),
            { Audience: EditorAudience.Public or EditorAudience.Unlisted } when _stage is PostStatus.Private => Publish(),
            _ => Date(),
        };
    }

    private Result<ImmutableArray<StageStep>> MakePrivate()
    {
        if (_input.Stage is EditorStage.Draft or EditorStage.Review)
        {
            return Refused("A post is a draft or private, and only its authors see either: leave one of the two out.");
        }

        if (IsToCome)
        {
            return Refused("A private post cannot have a date to come.");
        }

        if (!_actor.CanPublish)
        {
            return NotAllowed("You may not publish without review.");
        }

        return _stage is PostStatus.Private
            ? Date()
            : Steps([new StageStep(StageStepKind.MakePrivate), .. _at is null ? [] : new[] { new StageStep(StageStepKind.SetDate, _at) }]);
    }

    private Result<ImmutableArray<StageStep>> Draft() => _stage switch
    {
        PostStatus.Draft or PostStatus.PendingReview => Date(),
        PostStatus.Archived => Date(),
        PostStatus.Private when _input.Audience is null =>
            Refused("The post is private, and only its authors see it: say for whom it is to be, with visibility, to make a draft of it."),
        _ =>
            Steps([new StageStep(StageStepKind.Draft), .. DateOfDraft is { } at ? new[] { new StageStep(StageStepKind.SetDate, at) } : []]),
    };

    // A date to come stays with the draft, so that the post does not come out at once when it is published again without one.
    private DateTimeOffset? DateOfDraft => _at ?? (_stage is PostStatus.Scheduled && _actor.CanPublish ? _post!.PublishedAt : null);

    private Result<ImmutableArray<StageStep>> Review() => _stage switch
    {
        PostStatus.Draft =>
            Steps([new StageStep(StageStepKind.Review), .. _at is null ? [] : new[] { new StageStep(StageStepKind.SetDate, _at) }]),
        PostStatus.PendingReview => Date(),
        _ => Conflict("A post that is {from} cannot be handed in for review.", ("from", Words(_stage))),
    };

    private Result<ImmutableArray<StageStep>> Publish()
    {
        if (!_actor.CanPublish)
        {
            return _stage is PostStatus.Draft ? Steps(new StageStep(StageStepKind.Review)) : Date();
        }

        return _stage switch
        {
            PostStatus.Private when _input.Audience is null => Date(),
            PostStatus.Published or PostStatus.Scheduled => Date(),
            PostStatus.Archived when IsToCome || (_at is null && _post!.PublishedAt > _now) =>
                Conflict("A post that was taken down cannot be scheduled."),
            _ when (_at ?? _post?.PublishedAt) is { } at && at > _now => Steps(new StageStep(StageStepKind.Schedule, at)),
            _ => Steps(new StageStep(StageStepKind.Publish, _at)),
        };
    }

    /// <summary>The stage stays; a date that was sent is the post's from now on.</summary>
    private Result<ImmutableArray<StageStep>> Date() => (_stage, _at) switch
    {
        (_, null) => Steps(),
        (PostStatus.Draft or PostStatus.PendingReview, _) => Steps(new StageStep(StageStepKind.SetDate, _at)),
        (PostStatus.Scheduled, _) => Steps(new StageStep(IsToCome ? StageStepKind.Schedule : StageStepKind.Publish, _at)),
        (PostStatus.Published or PostStatus.Private, _) when !IsToCome => Steps(new StageStep(StageStepKind.SetDate, _at)),
        _ => Conflict(
            "A post that is {from} cannot be given the date {date}. Make it a draft first.", ("from", Words(_stage)), ("date", _at.Value)),
    };

    // A program sends back what it was told: that is no wish to change it, and nothing that has to be allowed.
    private DateTimeOffset? MeantDate()
    {
        if (_input.PublishedAt is not { } at
            || IsSame(at, _post?.PublishedAt)
            || (_post is { PublishedAt: null } && IsSame(at, _post.CreatedAt)))
        {
            return null;
        }

        return (!_actor.CanEditOthers && at <= _now && _now - at <= Now) || (!_actor.CanPublish && at > _now && at - _now <= Now)
            ? null
            : at;
    }

    private static bool IsSame(DateTimeOffset at, DateTimeOffset? other) =>
        other is { } known && (at - known).Duration() < TimeSpan.FromSeconds(1);

    private static Result<ImmutableArray<StageStep>> Steps(params ImmutableArray<StageStep> steps) => steps;

    private static BlogError Conflict(string template, params ReadOnlySpan<(string Name, object Value)> arguments) =>
        BlogError.Of(ErrorKind.Conflict, ErrorCodes.InvalidTransition, template, arguments: arguments);

    private static BlogError Refused(string template) => BlogError.Of(
        ErrorKind.Invalid, ErrorCodes.OutOfRange, template, nameof(NewPost.Visibility));

    private static BlogError NotAllowed(string template) => BlogError.Of(ErrorKind.Forbidden, ErrorCodes.NotAllowed, template);

    private static string Words(PostStatus status) =>
        status is PostStatus.PendingReview ? "pending review" : status.ToString().ToLowerInvariant();
}
