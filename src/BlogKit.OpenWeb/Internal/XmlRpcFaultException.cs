using Microsoft.AspNetCore.Http;

namespace BlogKit.OpenWeb.Internal;

/// <summary>A call that cannot be answered, in XML-RPC's terms.</summary>
internal sealed class XmlRpcFaultException(int code, string message, Exception? inner = null) : Exception(message, inner)
{
    public int Code { get; } = code;

    /// <summary>The status of the answer: XML-RPC faults are no errors of HTTP, unless the request itself was at fault.</summary>
    public int Status { get; init; } = code == StatusCodes.Status400BadRequest ? code : StatusCodes.Status200OK;

    /// <summary>A request that was refused before its call was looked at.</summary>
    public static XmlRpcFaultException OfRequest(int status, string message, Exception? inner = null) =>
        new(status, message, inner) { Status = status };
}
