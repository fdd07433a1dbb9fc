CREATE TABLE "accepted_pairs" (
	"id" text PRIMARY KEY NOT NULL,
	"org_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"sandbox_type" text NOT NULL,
	"source_id" text NOT NULL,
	"source_path" text NOT NULL,
	"target_path" text NOT NULL,
	"expression" text,
	"times" integer DEFAULT 1 NOT NULL,
	"last_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suggestion_opt_outs" (
	"person_id" uuid NOT NULL,
	"org_id" text NOT NULL,
	CONSTRAINT "suggestion_opt_outs_person_id_org_id_pk" PRIMARY KEY("person_id","org_id")
);
--> statement-breakpoint
CREATE TABLE "suggestion_outcomes" (
	"run_id" uuid PRIMARY KEY NOT NULL,
	"org_id" text NOT NULL,
	"sandbox_type" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"counts" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accepted_pairs" ADD CONSTRAINT "accepted_pairs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_opt_outs" ADD CONSTRAINT "suggestion_opt_outs_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_outcomes" ADD CONSTRAINT "suggestion_outcomes_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accepted_pairs_org_id_sandbox_type_source_id_last_at_index" ON "accepted_pairs" USING btree ("org_id","sandbox_type","source_id","last_at");--> statement-breakpoint
CREATE INDEX "accepted_pairs_person_id_index" ON "accepted_pairs" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "suggestion_outcomes_org_id_at_index" ON "suggestion_outcomes" USING btree ("org_id","at");