using EcsTools.Calls;
using EcsTools.Model;

namespace EcsTools.Commands;

/// <content>The object of one request.</content>
public abstract partial class EcsOperationCommand<TRequest, TResponse>
{
    /// <summary>
    /// One request, from the prompt to its output: what is read before the prompt, what is done before the request is sent, and what
    /// follows its response.
    /// </summary>
    private protected class PendingRequest(EcsOperationCommand<TRequest, TResponse> command, TRequest request)
    {
        /// <summary>Whether ECS must be read before the prompt can describe the change, with -WhatIf too.</summary>
        public virtual bool RequiresLookup => false;

        /// <summary>Writes the predicted result under -WhatIf; null if there is no prediction.</summary>
        public virtual Func<JobOutput, Task>? Forecast => null;

        /// <summary>The request.</summary>
        protected TRequest Request => request;

        /// <summary>Reads from ECS, prompts, and sends the request if the user agrees.</summary>
        public Task LookUpAndSend(JobOutput output) => Try(output, async () =>
        {
            var action = await LookUp(output); // it can also describe the subject further
            var isAgreed = await output.ShouldProcess(command.Subject(request), action, command.Cancellation);
            output.Began = null; // the time until the user answered isn't part of -Timeout
            if (isAgreed) await SendNow(output);
            else if (command.IsWhatIf && Forecast is { } forecast) await forecast(output);
        });

        /// <summary>Sends the request and writes its output, or its error.</summary>
        public Task Send(JobOutput output) => Try(output, () => SendNow(output));

        /// <summary>Reads from ECS, and describes the change for the prompt.</summary>
        protected virtual Task<string> LookUp(JobOutput output) => Task.FromResult(command.Action(request));

        /// <summary>Does what must be done before the request is sent.</summary>
        protected virtual Task Prepare(JobOutput output) => Task.CompletedTask;

        /// <summary>Writes the output of the response.</summary>
        protected virtual Task Emit(TResponse response, JobOutput output) => command.Emit(request, response, output);

        /// <summary>Adds to an error what only this request knows, for example what was done before it was sent.</summary>
        protected virtual Task<EcsException> Explain(EcsException error, JobOutput output) => Task.FromResult(error);

        private async Task SendNow(JobOutput output)
        {
            await Prepare(output);
            await Emit(await command.SendAsync(command.Operation, request, output), output);
        }

        private async Task Try(JobOutput output, Func<Task> work)
        {
            try
            {
                await work();
            }
            catch (EcsException e)
            {
                await output.Error(await Explain(await command.Nearest.Add(e, request), output), command.Subject(request));
            }
        }
    }
}
