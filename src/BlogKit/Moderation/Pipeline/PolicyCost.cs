namespace BlogKit.Moderation;

/// <summary>
/// What asking a policy costs: cheap ones are asked first, so that dear ones need not be asked when the outcome is certain.
/// </summary>
public enum PolicyCost
{
    /// <summary>Only the context is looked at; microseconds.</summary>
    Local,

    /// <summary>A model is asked on this machine.</summary>
    Model,

    /// <summary>Another service is asked over the network; all of these are asked at the same time.</summary>
    Outside,
}
