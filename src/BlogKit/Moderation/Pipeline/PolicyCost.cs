namespace BlogKit.Moderation;

/// <summary>
/// The cost of asking a policy: cheap ones are asked first, so that expensive ones need not be asked when the outcome is certain.
/// </summary>
public enum PolicyCost
{
    /// <summary>Looks at the context only; microseconds.</summary>
    Local,

    /// <summary>Asks a model on this machine.</summary>
    Model,

    /// <summary>Asks another service over the network; all of these are asked at the same time.</summary>
    Outside,
}
